/** The action that other repositories use: its own steps, carried out as a runner does, on documents with and without a difference. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './built-site.ts';

interface Step {
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const { steps } = action.runs;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'a project '));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** An expression of a workflow with its value. Throws for one that the runner would not know. */
function valueOf(text: string, inputs: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
    const value = name === 'github.action_path' ? root : inputs[name.replace(/^inputs\./, '')];
    if (value === undefined) throw new Error(`nothing gives ${name}`);
    return value;
  });
}

/** All steps in a folder of a project, each in a shell of its own, until one fails. */
function carryOut(given: Readonly<Record<string, string>>) {
  const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, it]) => [name, given[name] ?? it.default ?? '']));
  const summary = join(folder, 'summary.md');
  writeFileSync(summary, '');
  let [status, out] = [0, ''];
  for (const { run = '', env } of steps) {
    const values = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, valueOf(text, inputs)]));
    const { PATH = '', ...rest } = process.env;
    // Without the variables of the npm that runs these tests, and with the Node that a runner has.
    const own = Object.fromEntries(Object.entries(rest).filter(([name]) => !/^(npm_|INIT_CWD|NODE_OPTIONS|VITEST)/i.test(name)));
    const path = PATH.split(delimiter)
      .filter((it) => !it.includes('node_modules'))
      .join(delimiter);
    const shell = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run], {
      cwd: folder,
      env: { ...own, PATH: path, GITHUB_STEP_SUMMARY: summary, ...values },
      encoding: 'utf8',
    });
    status = shell.status ?? -1;
    out += shell.stdout + shell.stderr;
    if (status !== 0) break;
  }
  return { status, out, summary: readFileSync(summary, 'utf8') };
}

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const statement = (state: string): string =>
  `{ "system": "starina", "platforms": [\n  { "identifier": "starina-qemu-riscv64", "state": "${state}", "day": "2026-02-10" }\n] }\n`;

test('it is made of shell alone, and every value comes through the environment', () => {
  expect(action.runs.using).toBe('composite');
  expect(Object.keys(action.inputs)).toEqual(['system', 'path', 'fail-on-difference']);
  for (const { run, shell, uses } of steps) {
    expect([shell, uses]).toEqual(['bash', undefined]);
    expect(run).not.toContain('${{');
  }
});

describe('its steps', () => {
  test('a statement that the records agree with: nothing is marked', () => {
    write('orrery.json', statement('supported'));
    const { status, out, summary } = carryOut({ system: 'starina' });
    expect([status, out.includes('::')]).toEqual([0, false]);
    expect(out).toContain('orrery.json: statement of the project of starina, no drift');
    expect(summary).toContain('### orrery.json\n\n    orrery.json: statement');
  });

  test('a difference is marked at its line, and fails only where that is asked for', () => {
    write('orrery.json', statement('planned'));
    const { status, out } = carryOut({ system: 'starina' });
    expect(status).toBe(0);
    expect(out).toContain('\n::notice file=orrery.json,line=2::changed: “starina-qemu-riscv64” is stated as planned');
    expect(carryOut({ system: 'starina', 'fail-on-difference': 'true' })).toMatchObject({
      status: 1,
      out: expect.stringContaining('::warning file=orrery.json,line=2::changed') as string,
    });
  });

  test('what is not valid fails', () => {
    write('orrery.json', statement('works'));
    const { status, out } = carryOut({ system: 'starina' });
    expect(status).toBe(2);
    expect(out).toContain('::error file=orrery.json,line=2::invalid: platforms[0].state must be one of');
  });

  test('a roadmap: what is new in it is named', () => {
    write('my roadmap.md', '# Starina\n\n## Roadmap\n\n- [x] Prototype in Rust\n- [ ] A tower of glass\n');
    const { status, out } = carryOut({ system: 'starina', path: 'my roadmap.md' });
    expect(status).toBe(0);
    expect(out).toContain('my roadmap.md: check-list roadmap of starina, ');
    expect(out).toMatch(/::notice file=my roadmap\.md,line=6::new: .*A tower of glass/);
  });

  test('a name that looks like an option or a command is a name', () => {
    const { status, out } = carryOut({ system: 'starina', path: '--json=$(touch gone)' });
    expect([status, out]).toEqual([2, expect.stringContaining('::error file=--json=$(touch gone),line=0::unreadable: ')]);
  });
});
