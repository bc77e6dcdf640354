import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BenchClient } from './client';
import { type BenchDocument, type Contender, letterDocument } from './contenders';
import { inTurn, type Rounds } from './measure';

/** What is asked after a key. */
interface Question {
  readonly method: string;
  /** Where the key is pressed, and what is asked about. */
  readonly key: Place;
  readonly at?: Place;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A key in the middle of a letter, and at once a question: milliseconds until its answer has come. */
export async function measureAnswers(
  contenders: Readonly<Record<string, Contender>>,
  size: number,
  rounds: number,
): Promise<Readonly<Record<'completion' | 'hover' | 'symbols', Rounds>>> {
  const { document, questions } = asked(size);
  const clients = await opened(contenders, document.text);
  const found: Record<string, Rounds> = {};
  for (const [name, question] of Object.entries(questions)) found[name] = await rounded(clients, question, rounds);
  await Promise.all(Object.values(clients).map(client => client.close()));
  return found as Readonly<Record<keyof typeof questions, Rounds>>;
}

/** The same for completion alone, with so many entries in a catalogue of the workspace, which is written to `folder`. */
export async function measureLargeCatalogue(
  contenders: Readonly<Record<string, Contender>>,
  size: number,
  entries: number,
  rounds: number,
  folder: string,
): Promise<{ readonly rounds: Rounds; readonly proposals: number }> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'letters.config.json'), JSON.stringify({ catalogues: ['large.json'] }));
  writeFileSync(join(folder, 'large.json'), JSON.stringify(largeCatalogue(entries)));
  const { document, questions } = asked(size);
  const here = Object.fromEntries(
    Object.entries(contenders).map(([name, { server, document: own }]) => {
      const [uri, root] = [pathToFileURL(join(folder, 'bench.letter')).href, pathToFileURL(folder).href];
      return [name, { server: { ...server, uri, folder: root }, document: own }];
    }),
  );
  const clients = await opened(here, document.text);
  const figures = await rounded(clients, questions.completion, rounds);
  const answer = await clients['letters']?.ask('textDocument/completion', { position: questions.completion.at });
  await Promise.all(Object.values(clients).map(client => client.close()));
  return { rounds: figures, proposals: (answer as { items?: unknown[] } | null)?.items?.length ?? 0 };
}

async function opened(contenders: Readonly<Record<string, Contender>>, text: string) {
  const clients: Record<string, BenchClient> = {};
  for (const [name, { server }] of Object.entries(contenders)) {
    const client = new BenchClient(server);
    await client.open(text);
    clients[name] = client;
  }
  return clients;
}

/** A round is a key that writes a letter, and the question; another key takes the letter away again. */
function rounded(clients: Readonly<Record<string, BenchClient>>, question: Question, rounds: number): Promise<Rounds> {
  const { method, key, at } = question;
  const position = at && { position: at };
  const once = async (client: BenchClient) => {
    const milliseconds = await client.typeAndAsk([key.line, key.character, 'K'], method, position);
    await client.type(key.line, key.character, '', 1);
    return milliseconds;
  };
  const runs = Object.fromEntries(Object.entries(clients).map(([name, client]) => [name, () => once(client)]));
  return inTurn(runs, rounds, 30);
}

/** A letter in which one guideline line in the middle has no guideline yet, and what is asked there. */
function asked(size: number): {
  readonly document: BenchDocument;
  readonly questions: Readonly<Record<'completion' | 'hover' | 'symbols', Question>>;
} {
  const document = letterDocument(size);
  const lines = document.text.split('\n');
  const cited = lines.findLastIndex((each, index) => index < document.line && each.startsWith('MAXIMUS guideline'));
  const written = cited - 2;
  const begun = 'Claims Administrator guideline: Decision based on MTUS ';
  lines[written] = begun;
  const key = { line: document.line, character: document.character };
  const end = { line: written, character: begun.length };
  return {
    document: { ...document, text: lines.join('\n') },
    questions: {
      completion: {
        method: 'textDocument/completion',
        key: end,
        at: { ...end, character: end.character + 1 },
      },
      hover: {
        method: 'textDocument/hover',
        key,
        at: { line: cited, character: (lines[cited] as string).indexOf('Complaints') },
      },
      symbols: { method: 'textDocument/documentSymbol', key },
    },
  };
}

/** Guidelines with four sections each; guidelines and sections together are the entries. */
function largeCatalogue(entries: number): object {
  const words = ['Knot', 'Kinetic', 'Shoulder', 'Lumbar', 'Wrist', 'Chronic', 'Acute', 'Manual', 'Thermal', 'Aquatic'];
  const word = (n: number) => words[n % words.length] as string;
  return {
    version: 1,
    id: 'large',
    title: 'Guidelines of the bench',
    guidelines: Array.from({ length: entries / 5 }, (_, n) => ({
      id: `large-${n}`,
      family: 'large',
      title: `${word(n)} ${word(Math.floor(n / 10))} Guideline ${n}`,
      status: 'adopted',
      reference: 'section',
      certainty: 'high',
      sections: [0, 1, 2, 3].map(k => ({ name: `${word(n + k)} therapy ${n}, part ${k}`, certainty: 'published' })),
    })),
  };
}
