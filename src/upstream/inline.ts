/** Takes the marks of Markdown off a line of text: links, images, emphasis, raised digits, code. */

const withoutMarks = (text: string): string =>
  text
    .replace(/<br\s*\/?>/g, '')
    .replace(/<\/?(?:sup|sub|b|i|em|strong|kbd)>/g, '')
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/^\[\^(\w+)\]:?\s*/, '$1 ')
    .replace(/\[\^(\w+)\]/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(^|[\s(])\*([^\s*][^*]*)\*(?=$|[\s),.:;])/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();

/** The words alone. */
export const plainText = (text: string): string => withoutMarks(text).replaceAll('`', '');

/** The words with the marks of inline code. */
export const codeKept = (text: string): string => withoutMarks(text);

/** Straight quotation marks as a page shows them: the first of two opens, the second closes. */
export function curled(text: string): string {
  let open = false;
  return text.replaceAll("'", '’').replace(/"/g, () => {
    open = !open;
    return open ? '“' : '”';
  });
}
