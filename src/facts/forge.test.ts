import { expect, test } from 'vitest';
import { forgeAddress } from './forge.ts';

const web = 'https://example.org/orbit';
test.each([
  [{ path: 'kernel/main.c' }, '/blob/abcdef1/kernel/main.c'],
  [{ path: 'kernel/main.c', lines: [7, 7] }, '/blob/abcdef1/kernel/main.c#L7'],
  [{ path: 'kernel/main.c', lines: [7, 9] }, '/blob/abcdef1/kernel/main.c#L7-L9'],
  [{ path: 'docs/README.md' }, '/blob/abcdef1/docs/README.md'],
  [{ path: 'docs/README.md', lines: [7, 9] }, '/blob/abcdef1/docs/README.md?plain=1#L7-L9'],
  [{ path: 'kernel', whole: 'folder' }, '/tree/abcdef1/kernel'],
  [{ path: 'kernel/main.c', whole: 'file' }, '/blob/abcdef1/kernel/main.c'],
] as const)('%j', (cited, address) => {
  const { lines, ...rest } = { lines: undefined, ...cited };
  expect(forgeAddress(web, { commit: 'abcdef1', ...rest, ...(lines && { lines: [...lines] }) })).toBe(web + address);
});
