/** What the guide says of the services is what they do. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { casts } from './clients.ts';
import { MOST_DEPTH, MOST_STATES } from './explore.ts';
import { maker, outcomeOf, textOf } from './made.fixture.ts';
import { RULES } from './rules.ts';
import * as starina from './starina.ts';

const guide = readFileSync('src/content/docs/systems/starina/guides/service-in-javascript.mdx', 'utf8');
const setup = { clients: casts.echo[1]!.clients, room: 2 };

test('the figures of the guide are those of the echo server and of the bounds', () => {
  const { states } = outcomeOf(maker(textOf('echo')), setup);
  expect(guide).toContain(`All rules hold in ${states} states.`);
  expect(guide).toContain(`After ${MOST_STATES.toLocaleString('en')} states or ${MOST_DEPTH} steps`);
});

test('the step of the guide that breaks the echo server breaks it by a client that has gone', () => {
  const text = textOf('echo').replace(/try \{\s*(sender\.send\([^]*?\);)\s*\} catch \{[^]*?\n {4}\}/, '$1');
  expect(text).not.toContain('try');
  const { found } = outcomeOf(maker(text), setup);
  expect(found?.violation.rule).toBe(RULES.panics);
  expect(found?.violation.says).toContain('NoPeer');
});

test('the names of the API in the guide are names of the API', () => {
  expect(Object.keys(starina).sort()).toEqual(['SysError', 'serve']);
  const source = readFileSync('src/components/simulation/service/starina.ts', 'utf8');
  const names = [...guide.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
  );
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(source).toMatch(new RegExp(`\\b${name}\\b`));
});
