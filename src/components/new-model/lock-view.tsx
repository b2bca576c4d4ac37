/** The lock of the template, with its runs and its state as tables, as the plate shows any model that has no picture. */
import { PlainTables } from '../../drawing/PlainTables.tsx';
import type { AnyPictureProps, AnyView } from '../../drawing/view.ts';
import type { MechanismWithRuns } from '../../engine/language.ts';
import { model, scenarios } from './lock/scenario.ts';

export const lockRuns: MechanismWithRuns = {
  ...model,
  scenarios,
  expect: [],
  about: {
    question: 'Can two be inside at once?',
    group: 'turns',
    basis: 'illustration',
    standsFor: 'the template',
    shows: 'that a condition keeps a rule',
    leavesOut: 'how the lock itself is made',
  },
};

export const lockView: AnyView = {
  Picture: (props: AnyPictureProps) => <PlainTables {...props} kinds={{ users: 'user' }} />,
  words: {},
};
