/** Runs of `themelios/capability-space`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    narrowing: {
      title: 'A granted capability cannot be widened',
      steps: [{ insert: { into: 0, all: ['read', 'grant'] } }, { grant: { from: 0, to: 1, some: ['read', 'write'] } }],
      ends: { refused: 'no right is added' },
    },
    orphan: {
      title: 'A revoke that stops at the children leaves a grandchild behind',
      with: { forgetsGrandchildren: true },
      steps: [
        { insert: { into: 0, all: ['grant'] } },
        { grant: { from: 0, to: 1, some: ['grant'] } },
        { grant: { from: 1, to: 2, some: ['grant'] } },
        { revoke: { it: 0 } },
      ],
      ends: { violates: 'revoke reaches every descendant' },
    },
    removed: {
      title: 'A capability is removed from the middle, and a later revoke does not find what was granted from it',
      with: { removesOne: true, reuses: 2 },
      steps: [
        { insert: { into: 0, all: ['grant'] } },
        { grant: { from: 0, to: 1, some: ['grant'] } },
        { grant: { from: 1, to: 2, some: ['grant'] } },
        { remove: { it: 1 } },
        { revoke: { it: 0 } },
      ],
      ends: { violates: 'revoke reaches every descendant' },
    },
    wider: {
      title: 'A file is opened on a mount that may only be read, and may be written',
      with: { opensWider: true },
      steps: [{ insert: { into: 0, all: ['read'] } }, { open: { from: 0, to: 1 } }],
      ends: { violates: 'rights never grow down a derivation' },
    },
    wornOut: {
      title: 'A slot was freed too often, and even a new handle does not fit',
      with: { wearsOut: true },
      steps: [
        { insert: { into: 0, all: ['read'] } },
        { revoke: { it: 0 } },
        { insert: { into: 0, all: ['read'] } },
        { revoke: { it: 0 } },
        { insert: { into: 0, all: ['read'] } },
        { take: { as: 0, from: 0 } },
      ],
      ends: { violates: 'a handle fits while its capability lives' },
    },
    revoked: {
      title: 'Rights shrink from grant to grant, a revoke takes them all, and a handle to the last is refused',
      // prettier-ignore
      steps: [
        { insert: { into: 0, all: ['read', 'write', 'grant'] } }, { grant: { from: 0, to: 1, some: ['read', 'grant'] } },
        { grant: { from: 1, to: 2, some: ['grant'] } }, { take: { as: 0, from: 2 } }, { revoke: { it: 0 } }, { use: { by: 0 } },
      ],
      ends: { refused: 'the handle points at a live slot' },
    },
  },
  expect: [
    { states: 99_352, transitions: 539_490, depth: 9 },
    { symmetric: true, states: 17_078, transitions: 93_121, depth: 9 },
    { with: { forgetsGrandchildren: true }, violates: 'revoke reaches every descendant', steps: 4 },
    { with: { removesOne: true, reuses: 2 }, violates: 'revoke reaches every descendant', steps: 5 },
    { with: { opensWider: true }, violates: 'rights never grow down a derivation', steps: 2 },
    { with: { wearsOut: true }, violates: 'a handle fits while its capability lives', steps: 6 },
    { with: { grantsMore: true }, violates: 'rights never grow down a derivation', steps: 2 },
    { with: { keepsGeneration: true }, violates: 'a stale handle is refused', steps: 5 },
  ],
});
