import { expect, test } from 'vitest';
import { onceForEach } from './once-for-each.ts';

test('each thing is worked out once, also where nothing comes of it', () => {
  const asked: object[] = [];
  const sizeOf = onceForEach((it: { readonly size?: number }) => {
    asked.push(it);
    return it.size;
  });
  const [three, none] = [{ size: 3 }, {}];
  expect([three, none, three, none].map(sizeOf)).toEqual([3, undefined, 3, undefined]);
  expect(asked).toEqual([three, none]);
  expect(sizeOf({ size: 3 })).toBe(3);
  expect(asked).toHaveLength(3);
});
