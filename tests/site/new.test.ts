/**
 * `npm run new` on a copy of the project: a system with a mechanism, pages, a rule, a milestone and a platform stands without a hand's
 * work, and is undone without a trace: the records and the code are checked, the mechanism's own tests and those of the built site are run on
 * the copy, and it is built. All of it with ORRERY_ALL=1; what the command plans and refuses is tested for every change in `src/cli/new`.
 */
import { spawnSync } from 'node:child_process';
import { delimiter, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { everything, published, root } from './built-site.ts';
import { build, copyProject, remove } from './private-build.ts';

let copy = '';
const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter) };
const inCopy = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: copy, encoding: 'utf8', env });
const node = (...args: string[]) => inCopy(process.execPath, ...args);
const git = (...args: string[]) => inCopy('git', '-c', 'user.name=Trial', '-c', 'user.email=trial@example.org', ...args);
/** Ends well, or fails with everything that was said. */
const passes = ({ status, stdout, stderr }: ReturnType<typeof inCopy>) =>
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);

/** A build and the type check take longer than most tests, and everything longer still. */
const patience = 900_000;

describe.runIf(everything)('a system that npm run new wrote', () => {
  beforeAll(() => {
    copy = copyProject('new');
    passes(git('init', '--quiet'));
    passes(git('add', '--all'));
    passes(git('commit', '--quiet', '--message', 'As it was'));
    const calls = [
      'system aurora',
      'mechanism aurora boot-lock',
      'rule aurora memory.one-owner',
      'milestone aurora first-light',
      'platform aurora qemu-x86-64',
      'page aurora index',
      'page aurora memory-map',
      'milestone aurora second-light',
    ];
    for (const call of calls) passes(node('src/cli/new.ts', ...call.split(' ')));
  }, patience);
  afterAll(() => remove(copy));

  test('the records are in order', () => {
    const { status, stdout } = node('src/cli/facts.ts');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/no problem$/m)]);
  });

  test('a record that is edited by hand is noted by one command, and told of until then', () => {
    const rule = join(copy, 'src/content/rules/aurora/aurora.memory.one-owner.yaml');
    writeFileSync(rule, readFileSync(rule, 'utf8').replace(/^statement: .*$/m, "statement: 'A page must have one owner, and no second.'"));
    const refused = node('src/cli/facts.ts');
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('it does not tell of rules/aurora.memory.one-owner as')]);
    passes(node('src/cli/facts.ts', '--write'));
    passes(node('src/cli/facts.ts'));
  });

  test(
    'types, lint, format and unused code pass',
    () => {
      passes(node('scripts/check.mjs'));
    },
    patience,
  );

  test(
    'the mechanism passes the tests that were written with it',
    () => {
      passes(
        node(
          join(root, 'node_modules/vitest/vitest.mjs'),
          'run',
          'src/mechanisms/aurora',
          'src/styles',
          'src/mechanisms/registry.test.ts',
          'src/mechanisms/small-pictures.test.ts',
        ),
      );
      passes(node('src/cli/sim.ts', 'check', 'aurora/boot-lock'));
    },
    patience,
  );

  test(
    'the site is built, and says how many systems there are',
    () => {
      const home = readFileSync(join(build(copy), 'index.html'), 'utf8');
      expect(home).toContain('Aurora');
      expect(home).toMatch(/<h1[^>]*>\s*\w+ operating systems you can turn by hand/);
    },
    patience,
  );

  test(
    'the tests of the built site pass',
    () => {
      build(copy, published.env, relative(root, published.folder));
      const slow = ['new', 'reproducible', 'ensure', 'lint'].flatMap((name) => ['--exclude', `tests/site/${name}.test.ts`]);
      passes(
        node(
          join(root, 'node_modules/vitest/vitest.mjs'),
          'run',
          'tests/site',
          'src/facts',
          'src/records',
          'src/exports',
          'src/components',
          ...slow,
        ),
      );
    },
    patience,
  );

  test('undoing it leaves a clean tree', () => {
    passes(git('checkout', '--quiet', '.'));
    passes(git('clean', '--quiet', '-d', '--force'));
    expect(git('status', '--porcelain').stdout).toBe('');
    expect(node('src/cli/facts.ts').status).toBe(0);
  });
});
