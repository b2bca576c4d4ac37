import { expect, test } from 'vitest';
import { inSentence } from './words.ts';

test.each([
  ['Memory, in parts of 2 GiB', 'memory, in parts of 2 GiB'],
  ['Slots', 'slots'],
  ['CPUs', 'CPUs'],
  ['PID 1 is left out', 'PID 1 is left out'],
  ['', ''],
])('%s within a sentence', (label, says) => expect(inSentence(label)).toBe(says));
