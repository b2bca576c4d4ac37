import { describe, expect, test } from 'vitest';
import { architecture, entriesOf, milestone, platform, readme, rule, system } from './entries.fixture.ts';
import { fileOfPage, systemOfPage } from './page-file.ts';

const under = <T extends { readonly file: string }>(folder: string, entry: T): T => ({
  ...entry,
  file: entry.file.replace(/[^/]*$/, (name) => `${folder}/${name}`),
});
const entries = entriesOf(
  system(),
  system({}, 'other'),
  readme(),
  architecture(),
  under('orbit', milestone('orbit-1')),
  under('orbit', platform('orbit-board')),
  under('orbit', rule('orbit.turns')),
  under('other', { ...rule('other.stops'), data: { ...rule('other.stops').data, system: 'other' } }),
);
const route = 'src/pages/somewhere.astro';
const fileOf = (page: string) => fileOfPage(page, entries, { route });

describe('a page', () => {
  test('of prose is made of its text', () => {
    const prose = 'src/content/docs/systems/orbit/architecture/boot.mdx';
    expect(fileOfPage('/systems/orbit/architecture/boot/', entries, { prose, route })).toEqual({ path: prose, kind: 'file' });
  });

  test.each([
    ['/systems/orbit/', 'src/content/systems/orbit.yaml', 'systems/orbit'],
    ['/systems/orbit/start/', 'src/content/systems/orbit.yaml', 'systems/orbit'],
    ['/systems/orbit/architecture/parts/kernel/', 'src/content/architecture/orbit.yaml', 'architecture/orbit'],
    ['/milestones/orbit-1/', 'src/content/milestones/orbit/orbit-1.yaml', 'milestones/orbit-1'],
    ['/platforms/orbit-board/', 'src/content/platforms/orbit/orbit-board.yaml', 'platforms/orbit-board'],
    ['/sources/orbit-readme/', 'src/content/sources/orbit-readme.yaml', 'sources/orbit-readme'],
    ['/simulations/orbit/wheel/', 'src/mechanisms/orbit/wheel/model.ts', 'simulations/orbit/wheel'],
    ['/embed/orbit/wheel/', 'src/mechanisms/orbit/wheel/model.ts', 'simulations/orbit/wheel'],
    ['/systems/other/milestones/', 'src/content/systems/other.yaml', 'systems/other'],
  ])('of one record, %s, is made of its file', (page, path, record) => {
    expect(fileOf(page)).toEqual({ path, kind: 'file', record });
  });

  test.each([
    ['/rules/', 'src/content/rules'],
    ['/milestones/', 'src/content/milestones/orbit'],
    ['/milestones/by/status/', 'src/content/milestones/orbit'],
    ['/milestones/as-of/2025-01-01/', 'src/content/milestones/orbit'],
    ['/systems/', 'src/content/systems'],
    ['/compare/', 'src/content/systems'],
    ['/systems/orbit/rules/', 'src/content/rules/orbit'],
    ['/systems/orbit/milestones/', 'src/content/milestones/orbit'],
    ['/simulations/', 'src/mechanisms'],
  ])('of many records, %s, is made of their folder', (page, path) => {
    expect(fileOf(page)).toEqual({ path, kind: 'folder' });
  });

  test.each(['/', '/data/', '/glossary/'])('of neither, %s, is made of what draws it', (page) => {
    expect(fileOf(page)).toEqual({ path: route, kind: 'file' });
  });
});

test.each([
  ['/systems/orbit/', 'orbit'],
  ['/systems/orbit/architecture/boot/', 'orbit'],
  ['/simulations/orbit/wheel/', 'orbit'],
  ['/milestones/orbit-1/', 'orbit'],
  ['/sources/orbit-readme/', 'orbit'],
  ['/milestones/', undefined],
  ['/systems/', undefined],
  ['/systems/none/', undefined],
  ['/simulations/', undefined],
  ['/', undefined],
])('%s is about %s', (page, id) => {
  expect(systemOfPage(page, entries)).toBe(id);
});
