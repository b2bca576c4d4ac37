/** Bytes into lines, with bounded memory: of a line that is longer than anybody looks at the rest is passed over. */
import { MOST_OF_A_LINE } from './mapped-log.ts';

/** Each line of a stream of bytes, without its end; what is no UTF-8 is replaced. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun = '';
  const without = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    pieces[0] = begun + pieces[0]!;
    begun = pieces.pop()!.slice(0, MOST_OF_A_LINE);
    for (const line of pieces) yield without(line);
  }
  const last = begun + decoder.decode();
  if (last !== '') yield without(last);
}
