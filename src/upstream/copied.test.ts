import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OwnRuns } from './copied.ts';

const found = (own: string, source: string): string[] => {
  const runs = new OwnRuns<string>();
  runs.add(own, 'here');
  return runs.in(source).map(({ run, places }) => `${run} (${places.join()})`);
};

test('eight words in a row are found whatever stands between and around them', () => {
  const says = 'the wheel turns about the axle all day (here)';
  expect(found('We say: the wheel turns about the axle all day.', '// The *wheel* turns,\n// about the axle all day long')).toEqual([says]);
  expect(found('the wheel turns about the axle all day', 'the wheel turns about the axle all night')).toEqual([]);
});

test('a run of names, of a path or of a command is no copy', () => {
  const names = 'It runs on QEMU, RISC-V, AArch64, AMD64, VirtIO, UART, PLIC, CLINT';
  expect(found(names, names)).toEqual([]);
  const command = 'Type `make build run release clean and start it again` now';
  expect(found(command, command)).toEqual([]);
  const steps = 'kernel/main.c lib_a std::io a.b.c docs/x #12 v1.2 then so';
  expect(found(steps, steps)).toEqual([]);
});

test('names inside a sentence do not hide that it is copied', () => {
  expect(found('Boot and run on AWS, GCP and Azure.', '**Goal**: Boot and run on AWS, GCP, and Azure.')).toEqual([
    'boot and run on aws gcp and azure (here)',
  ]);
});

test('a text that was put together from other words is never found, one that holds a source is', () => {
  const words = fc.array(fc.constantFrom('wheel', 'axle', 'turns', 'the', 'a', 'day'), { minLength: 8, maxLength: 20 });
  fc.assert(
    fc.property(words, words, (source, own) => {
      expect(found([...own, ...source].join(' '), source.join(' ')).length).toBeGreaterThan(0);
      expect(found(own.map((it) => `${it}x`).join(' '), source.join(' '))).toEqual([]);
    }),
  );
});
