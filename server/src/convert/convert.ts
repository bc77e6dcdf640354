import type { ConvertAnswer, ConvertRequest } from './messages';

type Requested<Kind extends ConvertRequest['kind']> = Extract<ConvertRequest, { kind: Kind }>;

/** Answers one request; a fault of a library is an answer too. Each format is loaded when it is first asked for. */
export async function convert(request: ConvertRequest): Promise<ConvertAnswer> {
  try {
    return request.kind === 'render' ? await render(request) : withoutComments(await extract(request));
  } catch {
    // What a library says of the file may hold words of the letter.
    return { kind: 'refused', problem: 'failed' };
  }
}

async function render(request: Requested<'render'>): Promise<ConvertAnswer> {
  if (request.format === 'pdf') {
    const { renderPdf } = await import('./pdf/renderPdf');
    return renderPdf(request.printed, request.fonts);
  }
  const { renderDocx } = await import('./docx/renderDocx');
  return renderDocx(request.printed);
}

async function extract({ format, bytes }: Requested<'extract'>): Promise<ConvertAnswer> {
  if (format === 'pdf') {
    const { extractPdf } = await import('./pdf/extractPdf');
    return extractPdf(bytes);
  }
  const { extractDocx } = await import('./docx/extractDocx');
  return extractDocx(bytes);
}

/**
 * What stands on paper is seen, so none of it may become a comment of the letter, which is never printed and may switch
 * checks off: its first sign is written as another one that looks alike and is as long.
 */
function withoutComments(answer: ConvertAnswer): ConvertAnswer {
  if (answer.kind !== 'extracted') return answer;
  const { extracted } = answer;
  return { kind: 'extracted', extracted: { ...extracted, text: extracted.text.replaceAll('<!--', '\u2039!--') } };
}
