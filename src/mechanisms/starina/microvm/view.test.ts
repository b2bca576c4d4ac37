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
