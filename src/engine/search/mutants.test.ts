/**
 * Small errors, put one at a time into a copy of the engine: the random models and networks must find each. It says that their tests would
 * find such an error, and takes a minute or two, so only `npm run test:all` runs it (it sets ORRERY_ALL).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

/** A file of the engine, what stands in it once, and what is put there instead. */
type Mutant = readonly [file: string, from: string, to: string];

const mutants: readonly Mutant[] = [
  ['state/access-log.ts', 'this.known[word]! |= mask;\n    if', 'this.known[word]! |= -1;\n    if'],
  ['state/access-log.ts', 'done += PIECE_BITS)', 'done += 32)'],
  ['state/access-log.ts', 'this.written[word]! |= mask;', 'this.written[word]! = mask;'],
  ['learning/decision-tree.ts', 'this.nodes[slot] = answer;', 'this.nodes[slot] = -1;'],
  ['learning/decision-tree.ts', '& looks & MASK)]!;\n    }\n    return at;', '& looks & 7)]!;\n    }\n    return at;'],
  ['learning/decision-tree.ts', 'slot = node + HEAD + ((from[word]! >>> shift) & maskOf(bits));', 'slot = node + HEAD;'],
  ['learning/decision-tree.ts', 'made + HEAD + 1 + (looks & MASK)', 'made + HEAD + (looks & MASK)'],
  ['learning/transition-cache.ts', 'return stride - (place % stride);', 'return stride;'],
  ['learning/transition-cache.ts', 'after[word]! & bits', 'after[word]!'],
  ['learning/transition-cache.ts', 'else copyWords(this.question.after, this.m.words);', ''],
  ['learning/transition-cache.ts', 'question.from, answer + after)', 'question.from, answer)'],
  ['learning/learnt-steps.ts', 'total++;', 'total += 2;'],
  ['learning/learnt-steps.ts', 'visit(at);', 'if (at % 5 > 0) visit(at);'],
  ['learning/learnt-steps.ts', 'sets[passed + part]! >>> (at & 31)', 'sets[passed + part]! >>> ((at + 1) & 31)'],
  ['learning/learnt-steps.ts', 'visit(at);\n            copyWords(from, words);', 'visit(at);'],
  ['learning/learnt-steps.ts', 'rest &= -1 << (open & 31);', 'rest = 0;'],
  ['learning/narrowing.ts', '? -answer : 0;', '? -answer : 1;'],
  ['learning/narrowing.ts', 'strange === 0 ? this.certain : this.uncertain', 'this.certain'],
  ['learning/narrowing.ts', 'within(looked, byte)) === 0;', 'within(looked, byte)) !== 0;'],
  ['learning/narrowing.ts', 'if (effect !== UNKNOWN || this.refusedBy', 'if (this.refusedBy'],
  ['learning/commuting.ts', '(one.touched[word]! & other.written[word]!) !== 0 || ', ''],
  ['learning/commuting.ts', ' || (one.written[word]! & other.touched[word]!) !== 0', ''],
  ['learning/commuting.ts', 'known.slice(0, at).entries()', 'known.entries()'],
  ['learning/commuting.ts', 'this.isIn[candidate] = 0;\n', 'this.isIn[candidate] = 0;\n    return;\n'],
  ['learning/commuting.ts', 'if (!isKept) this.unknown[candidate] = 1;', ''],
  ['learning/transition-cache.ts', 'touched[word]! |= bits));\n      const', 'touched[word]! |= 0));\n      const'],
  ['learning/decision-tree.ts', 'made + HEAD + values, end', 'made + HEAD + 1, end'],
  ['learning/question.ts', 'if (read[0]! > this.deepest) this.deepest = read[0]!;', ''],
  ['learning/steps.ts', '        words.set(from);\n', ''],
  ['learning/question.ts', 'read[0] = -1;', ''],
  ['learning/question.ts', 'copyWords(words, this.after);', ''],
  ['learning/property-cache.ts', '? HOLDS : BROKEN;\n    if (!isSame', '? HOLDS : HOLDS;\n    if (!isSame'],
  [
    'learning/property-cache.ts',
    'if (!this.decisions.isWorthwhile(nth)) return this.plainly(nth);',
    'if (!this.decisions.isWorthwhile(nth)) return HOLDS;',
  ],
  ['state/visited.ts', 'this.isSame(entry - 1, words))) return entry - 1;', 'this.isSame(entry - 1, words))) return entry;'],
  ['state/visited.ts', 'parents[at & WITHIN]!', '0'],
  ['liveness/edges.ts', 'this.firsts[this.states++] = this.count;', 'this.firsts[this.states++] = this.count - 1;'],
  ['liveness/components.ts', 'low[state]! < low[caller]!', 'low[state]! > low[caller]!'],
  ['liveness/components.ts', '|| this.hasEdgeToItself(root)', ''],
  ['liveness/fairness.ts', 'enabled[obligation] === component.length)) return', 'enabled[obligation]! > component.length)) return'],
  ['liveness/fairness.ts', 'strong[obligation] || enabled[obligation]', 'enabled[obligation]'],
  ['liveness/fairness.ts', 'if (labels[edges.target(edge)] === label) taken[obligation] = 1;', 'taken[obligation] = 1;'],
  ['liveness/loop.ts', 'while (steps.size + pauses.size > 0) go(settles);', ''],
  ['liveness/liveness.ts', 'if (held[target] === 0) this.reach', 'this.reach'],
];

const root = fileURLToPath(new URL('../../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'orrery-mutants-'));
afterAll(() => rmSync(copy, { recursive: true }));

const MODELS = 400;

/** Random models and networks, always the same; what the process says, and undefined when it found nothing. */
function search(): string | undefined {
  const fixture = (name: string) => JSON.stringify(join(copy, `engine/search/${name}.fixture.ts`));
  const code = `import { compareRandomModels } from ${fixture('random-models')};
    import { compareRandomNetworks } from ${fixture('random-networks')};
    compareRandomModels(${MODELS}, 8);
    compareRandomNetworks(${MODELS}, 8);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  return status === 0 ? undefined : stderr;
}

describe.runIf(process.env['ORRERY_ALL'] === '1')('an error is found', () => {
  cpSync(join(root, 'src/engine'), join(copy, 'engine'), { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

  test('and none where there is none', () => {
    expect(search()).toBeUndefined();
  });

  test.each(mutants)('in %s: %s', (file, from, to) => {
    const path = join(copy, 'engine', file);
    const before = readFileSync(path, 'utf8');
    expect(before.split(from), `${file} has this once`).toHaveLength(2);
    writeFileSync(
      path,
      before.replace(from, () => to),
    );
    try {
      expect(search()).toBeDefined();
    } finally {
      writeFileSync(path, before);
    }
  });
});
