import type { ConvertAnswer, ConvertRequest } from './messages';

/** Answers one request; a fault of a library is an answer too. Each format is loaded when it is first asked for. */
export async function convert(request: ConvertRequest): Promise<ConvertAnswer> {
  try {
    if (request.kind === 'render') {
      if (request.format === 'pdf') {
        const { renderPdf } = await import('./pdf/renderPdf');
        return await renderPdf(request.printed, request.fonts);
      }
      const { renderDocx } = await import('./docx/renderDocx');
      return await renderDocx(request.printed);
    }
    if (request.format === 'pdf') {
      const { extractPdf } = await import('./pdf/extractPdf');
      return await extractPdf(request.bytes);
    }
    const { extractDocx } = await import('./docx/extractDocx');
    return await extractDocx(request.bytes);
  } catch {
    // What a library says of the file may hold words of the letter.
    return { kind: 'refused', problem: 'failed' };
  }
}
