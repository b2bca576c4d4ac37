import { expect, test } from 'vitest';
import { alternatesOf, markdownAddress } from './alternates.ts';

const shown = (page: string, isProse = false) => alternatesOf(page, isProse).map(({ href }) => href);

test.each([
  ['/', '/index.md'],
  ['/systems/avyos/architecture/', '/systems/avyos/architecture.md'],
  ['/systems/avyos/architecture/boot/', '/systems/avyos/architecture/boot.md'],
])('the copy of %s is %s', (page, copy) => {
  expect(markdownAddress(page)).toBe(copy);
});

test.each([
  ['/', ['/feeds/all.xml']],
  ['/404/', []],
  ['/learn/', ['/api/v1/labs.json']],
  ['/learn/first-grant/', ['/learn/first-grant.md', '/api/v1/labs.json']],
  ['/learn/first-grant/solution/', ['/api/v1/labs.json']],
  ['/compare/', ['/api/v1/systems.json']],
  ['/glossary/', ['/api/v1/glossary.json']],
  ['/platforms/avyos-raspberry-pi/', ['/api/v1/platforms.json', '/feeds/all.xml']],
  ['/systems/avyos/start/', ['/api/v1/systems.json', '/feeds/avyos.xml']],
  ['/systems/avyos/milestones/', ['/api/v1/milestones.json', '/feeds/avyos.xml']],
])('%s has its data and its feed', (page, expected) => {
  expect(shown(page)).toEqual(expected);
});

test('a page of prose has its copy and no data', () => {
  expect(shown('/systems/avyos/architecture/boot/', true)).toEqual(['/systems/avyos/architecture/boot.md', '/feeds/avyos.xml']);
  expect(shown('/learn/how-to-read/', true)).toEqual(['/learn/how-to-read.md']);
});
