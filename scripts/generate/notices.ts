import { readFileSync } from 'node:fs';
import { licenceTexts, shippedPackages } from '../lib/shipped.mjs';

/** What a package holds of others and says nothing of in its own licence. */
const within: Readonly<Record<string, { readonly what: string; readonly textOf: string }>> = {
  unpdf: {
    what: 'It holds pdf.js, Copyright Mozilla Foundation, under the Apache License 2.0.',
    textOf: 'node_modules/@swc/helpers',
  },
};

const warranty = `THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** For packages that name their licence and do not bring its text. */
const texts: Readonly<Record<string, string>> = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

${warranty}`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
};

/** The licences of all that others wrote and that is shipped. Packages of one text stand together. */
export function outputs(): Record<string, string> {
  const shipped = shippedPackages();
  const rows = shipped.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const byText = new Map<string, string[]>();
  for (const each of shipped) {
    for (const text of textsOf(each)) byText.set(text, [...(byText.get(text) ?? []), `${each.name} ${each.version}`]);
  }
  const sections = [...byText].map(([text, names]) => `## ${names.join(', ')}\n\n${fenced(text)}\n`);
  return {
    'THIRD-PARTY-NOTICES.md': [
      '# What others wrote',
      '',
      'Determination Letters ships the following packages, whole or in part. Their licences follow the table. Generated.',
      '',
      '| package | version | licence |',
      '|---|---|---|',
      ...rows,
      '',
      ...sections,
    ].join('\n'),
  };
}

function textsOf({ path, name, licence }: ReturnType<typeof shippedPackages>[number]): string[] {
  const own = licenceTexts(path);
  const held = within[name];
  const others = held ? [`${held.what}\n\n${licenceTexts(held.textOf).join('\n\n')}`] : [];
  return [...(own.length > 0 ? own : [standardText(path, licence)]), ...others];
}

function standardText(path: string, licence: string): string {
  const { author } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as { author?: string | { name: string } };
  const text = texts[licence];
  const holder = typeof author === 'string' ? author.replace(/ <.*/, '') : author?.name;
  if (text === undefined || !holder) throw new Error(`${path} brings no text of its licence, ${licence}: look for it`);
  return `${licence} License\n\nCopyright (c) ${holder}\n\n${text}`;
}

/** As it is, whatever is in it. */
function fenced(text: string): string {
  return `\`\`\`\`text\n${text.replace(/[ \t]+$/gm, '')}\n\`\`\`\``;
}
