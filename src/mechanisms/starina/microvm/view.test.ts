import { expect, test } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

test('it names the device whose number is delivered again', () => {
  expect(explainedAtEndOf(runs, view, 'twice', 'no number is handled without a cause')).toBe(
    'The guest handles the number of device 0, which holds nothing that the guest has not read.',
  );
});

test('it names the device whose bit is left in the library', () => {
  expect(explainedAtEndOf(runs, view, 'left', 'no interrupt is left in the library while the guest runs')).toBe(
    'The guest runs, and the bit of device 1 is still in the library.',
  );
});

test('it draws the number of a device where something came, as a bit and as pending, and the place where the loop stands', () => {
  const pictures = picturesOf(runs, view, 'lowest');
  const boxOf = (picture: string | undefined, name: string) =>
    new RegExp(`<div class="microvm-place is-${name}[^"]*">.*?</div>`).exec(picture ?? '')?.[0] ?? '';
  expect(boxOf(pictures[2], 'ports')).toContain('<span class="microvm-number is-changed">1</span>');
  expect(boxOf(pictures[3], 'library')).toContain(
    '<span class="microvm-number is-changed">0</span><span class="microvm-number is-changed">1</span>',
  );
  expect(boxOf(pictures[3], 'library')).toContain('is-here');
  expect(boxOf(pictures[4], 'guest')).toContain('microvm-number is-changed');
  expect(boxOf(pictures[4], 'library')).toContain('microvm-number is-gone');
});

test('the table has a column for each device, and says of its bits which are set', () => {
  const [start, , , , taken] = picturesOf(runs, view, 'left');
  expect(start).toContain('<th scope="col">Device 0</th><th scope="col">Device 1</th>');
  expect(start!.match(/<th scope="row">\w+<\/th>/g)).toHaveLength(4);
  expect(start!.match(/<td>none<\/td>/g)).toHaveLength(2);
  expect(taken).toContain('<td>injected, pending<span class="was"> was raised</span></td>');
});

test('a rule that is broken marks the row that shows it, and in it the device', () => {
  const [left, twice] = [picturesOf(runs, view, 'left'), picturesOf(runs, view, 'twice')].map((all) => all.at(-1)!);
  for (const [picture, row] of [
    [left, 'Bits'],
    [twice, 'Guest'],
  ]) {
    expect(picture!.match(/<tr[^>]*is-broken[^>]*><th scope="row">\w+/g)).toHaveLength(1);
    expect(picture).toMatch(new RegExp(`is-broken[^>]*><th scope="row">${row}<`));
  }
  expect(left).toMatch(/violated<\/span> <\/span>raised<\/td><\/tr>/);
});
