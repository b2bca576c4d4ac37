/**
 * How the numbers in a link are to be read. Format 2 numbers instances, parameters and faults by their names, so that a link does not depend on
 * where something stands in the model's file. Format 1 took the order of the file; it is read and no longer written.
 */
import type { Machine } from '../run/machine.ts';
import { byName, formerStateFingerprint, formerVersionOf, stateFingerprint, versionOf } from './fingerprint.ts';

export interface LinkFormat {
  readonly number: number;
  /** Parameters or faults in the order in which a link counts them. */
  readonly entries: <Of>(record: Readonly<Record<string, Of>>) => readonly (readonly [string, Of])[];
  readonly numbering: (m: Machine) => Numbering;
  readonly version: (m: Machine) => number;
  readonly state: (m: Machine) => number;
}

export interface Numbering {
  /** The number that a link has for an instance. */
  readonly numberOf: (instance: number) => number;
  /** The instance; -1 when no instance has this number. */
  readonly instanceOf: (number: number) => number;
}

export const CURRENT: LinkFormat = { number: 2, entries: byName, numbering: namedNumbering, version: versionOf, state: stateFingerprint };

export const FORMER: LinkFormat = {
  number: 1,
  entries: (record) => Object.entries(record),
  numbering: (m) => ({ numberOf: (instance) => instance, instanceOf: (number) => (number < m.instances ? number : -1) }),
  version: formerVersionOf,
  state: formerStateFingerprint,
};

/** One argument: how far apart two instances are that differ by one place in its domain, in the machine and in a link. */
interface Digit {
  readonly size: number;
  readonly stride: number;
  readonly linkStride: number;
}
interface Block {
  readonly first: number;
  readonly linkFirst: number;
  readonly count: number;
  readonly digits: readonly Digit[];
}

function namedNumbering(m: Machine): Numbering {
  const blocks: Block[] = [];
  let linkFirst = 0;
  for (const [, { first, count, params }] of byName(Object.fromEntries(m.actions.map((action) => [action.name, action])))) {
    let linkStride = count;
    const digits = byName(Object.fromEntries(params.map((param) => [param.name, param]))).map(([, { domain, stride }]): Digit => {
      linkStride /= Math.max(1, domain.length);
      return { size: domain.length, stride, linkStride };
    });
    blocks.push({ first, linkFirst, count, digits });
    linkFirst += count;
  }
  return {
    numberOf: (instance) => {
      const block = blocks.find(({ first, count }) => instance >= first && instance < first + count)!;
      const place = instance - block.first;
      return block.digits.reduce(
        (sum, { size, stride, linkStride }) => sum + (Math.floor(place / stride) % size) * linkStride,
        block.linkFirst,
      );
    },
    instanceOf: (number) => {
      const block = blocks.find(({ linkFirst: first, count }) => number >= first && number < first + count);
      if (!block) return -1;
      const place = number - block.linkFirst;
      return block.digits.reduce(
        (sum, { size, stride, linkStride }) => sum + (Math.floor(place / linkStride) % size) * stride,
        block.first,
      );
    },
  };
}
