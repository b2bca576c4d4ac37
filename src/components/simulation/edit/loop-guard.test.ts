import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { guardedLoops } from './loop-guard.ts';

const transpiled = (text: string): string =>
  ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ESNext }, transformers: { before: [guardedLoops] } }).outputText;

/** What a text gives whose last value is called `answer`. */
const answer = (text: string): unknown => runInNewContext(`(() => { ${transpiled(text)}; return answer; })()`);

describe('a loop that ends does what it did', () => {
  test.each([
    ['let answer = 0; for (let i = 0; i < 5; i++) answer += i;', 10],
    ['let answer = 0; for (const it of [1, 2, 3]) answer += it;', 6],
    ["let answer = ''; for (const key in { a: 1, b: 2 }) answer += key;", 'ab'],
    ['let answer = 0; while (answer < 7) answer++;', 7],
    ['let answer = 0; do answer++; while (answer < 3);', 3],
    ['let answer = 0; outer: for (const a of [1, 2, 3]) for (const b of [1, 2, 3]) { if (b === 2) continue outer; answer += a * b; }', 6],
    ['let answer = 0; outer: inner: for (;;) { answer++; if (answer > 3) break outer; continue inner; }', 4],
    ['let answer = 0; if (true) for (let i = 0; i < 3; i++) answer++; else answer = 9;', 3],
    ['const answer = []; for (let i = 0; i < 3; i++) answer.push(() => i); answer.forEach((it, i, all) => (all[i] = it()));', [0, 1, 2]],
    ['let answer = 0; for (const a of [1, 2]) { for (const b of [1, 2]) answer += a * b; if (answer > 3) break; }', 9],
    ['const count = (n: number) => { let i = 0; while (true) { if (i === n) return i; i++; } }; let answer = count(999_999);', 999_999],
    [
      'let answer = 0; switch (1 as number) { case 1: for (;;) { answer++; if (answer === 2) break; } answer += 10; break; default: answer = 99; }',
      12,
    ],
  ])('%s', (text, is) => expect(answer(text)).toEqual(is));
});

describe('a loop without an end is ended, with its line', () => {
  test.each([
    ['\nfor (;;);', 2],
    ['\n\nwhile (true) {}', 3],
    ['do {} while (true);', 1],
    ['const a = [1];\nfor (const it of a) a.push(it);', 2],
    ['outer: for (;;) continue outer;', 1],
    ['const f = () => {\n  while (true);\n};\nf();', 2],
    ['let s = 0;\nfor (;;) { try { s++; } finally { s--; } }', 2],
  ])('%j', (text, line) => {
    expect(() => answer(`${text}\nconst answer = 1;`)).toThrow(
      `The loop that begins in line ${line} went round more than 1,000,000 times, and was ended.`,
    );
  });
});

test('each call has its rounds to itself', () => {
  const text = 'const f = () => { let n = 0; for (let i = 0; i < 600_000; i++) n++; return n; }; const answer = f() + f() + f();';
  expect(answer(text)).toBe(1_800_000);
});

test('what has no loop is as it was', () => {
  const text = 'const answer = [1, 2].map((it) => it + 1);';
  expect(transpiled(text)).toBe(ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ESNext } }).outputText);
});
