import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editAddress, folderAddress, forgeIn, longestReport, reportAddress, type Forge } from './own-forge.ts';

const github: Forge = { web: 'https://github.com/someone/orrery', form: 'github' };
const report = {
  title: 'Phase 2: Turn',
  page: 'https://site.test/milestones/orbit-2/',
  record: 'milestones/orbit-2',
  build: '1.0.0, c0ffee',
};

describe('the setting', () => {
  test.each([
    ['https://github.com/someone/orrery', 'https://github.com/someone/orrery', 'github'],
    ['https://github.com/someone/orrery.git', 'https://github.com/someone/orrery', 'github'],
    ['https://gitlab.com/group/sub/orrery/', 'https://gitlab.com/group/sub/orrery', 'gitlab'],
    ['https://gitlab.example.org/group/orrery', 'https://gitlab.example.org/group/orrery', 'gitlab'],
    ['https://codeberg.org/someone/orrery', 'https://codeberg.org/someone/orrery', 'forgejo'],
    ['https://git.example.org/someone/orrery', 'https://git.example.org/someone/orrery', 'github'],
  ])('%s is understood', (setting, web, form) => {
    expect(forgeIn(setting)).toEqual({ web, form });
  });

  test.each([undefined, ''])('%j is no forge', (setting) => {
    expect(forgeIn(setting)).toBeUndefined();
  });

  test.each([
    'github.com/someone/orrery',
    'http://github.com/a/b',
    'https://github.com/someone',
    'https://github.com/a/b?tab=1',
    'git@github.com:a/b',
  ])('%s is refused, with what it must look like', (setting) => {
    expect(() => forgeIn(setting)).toThrow('it must look like https://github.com/someone/orrery');
  });
});

test.each([
  ['https://github.com/a/b', '/edit/main/src/pages/%5Bid%5D.astro', '/tree/main/src/content/rules'],
  ['https://gitlab.com/a/b', '/-/edit/main/src/pages/%5Bid%5D.astro', '/-/tree/main/src/content/rules'],
  ['https://codeberg.org/a/b', '/_edit/main/src/pages/%5Bid%5D.astro', '/src/branch/main/src/content/rules'],
])('%s edits a file and lists a folder', (web, edit, folder) => {
  const forge = forgeIn(web)!;
  expect(editAddress(forge, 'src/pages/[id].astro')).toBe(web + edit);
  expect(folderAddress(forge, 'src/content/rules')).toBe(web + folder);
});

describe('a report', () => {
  const filled = (address: string) => new URL(address).searchParams;

  test('says page, record and build', () => {
    const form = filled(reportAddress(github, report));
    expect(form.get('title')).toBe('Mistake: Phase 2: Turn');
    expect(form.get('body')!.split('\n').slice(0, 3)).toEqual([
      'Page: https://site.test/milestones/orbit-2/',
      'Record: milestones/orbit-2',
      'Build: 1.0.0, c0ffee',
    ]);
  });

  test('of a page that is made of no one record names none', () => {
    expect(filled(reportAddress(github, { ...report, record: undefined })).get('body')).not.toContain('Record');
  });

  test('fills the fields by the names that GitLab gives them', () => {
    const form = filled(reportAddress(forgeIn('https://gitlab.com/a/b')!, report));
    expect([...form.keys()]).toEqual(['issue[title]', 'issue[description]']);
  });

  test('is encoded, whatever the page is called', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (title, record) => {
        const form = filled(reportAddress(github, { ...report, title, record }));
        expect([...form.keys()]).toEqual(['title', 'body']);
        expect(form.get('title')).toBe(`Mistake: ${title}`);
        expect(form.get('body')).toContain(`\nRecord: ${record}\n`);
      }),
    );
  });

  test('is never longer than an address may be, and keeps all facts while the title alone is long', () => {
    const text = fc.string({ unit: 'binary', maxLength: 3000, size: 'max' });
    fc.assert(
      fc.property(text, text, (title, page) => {
        expect(reportAddress(github, { ...report, title, page }).length).toBeLessThanOrEqual(longestReport);
        const address = reportAddress(github, { ...report, title });
        expect(address.length).toBeLessThanOrEqual(longestReport);
        expect(filled(address).get('body')).toContain('Build: 1.0.0, c0ffee\n');
      }),
    );
  });

  test('is cut no shorter than it must be', () => {
    expect(longestReport - reportAddress(github, { ...report, title: 'a'.repeat(5000) }).length).toBeLessThan(12);
  });
});
