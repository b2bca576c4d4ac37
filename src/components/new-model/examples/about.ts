/**
 * What a page says of a model beside its picture. A reader's own model needs none of it; one that a page of this site shows needs all but
 * what is optional.
 */
import { type About, type Basis, bool, type Group, groups, mechanism, type PictureMoment, type Try } from '../../../engine/language.ts';

const picture: PictureMoment = { scenario: 'rings', step: 1 };
const basis: Basis = 'illustration';
const group: Group = groups[2];

/** In a page of this site it stands in a file of its own. */
export const tries: readonly Try[] = [{ from: picture, says: 'Ring again: it is refused, because it rings already.' }];

const about: About = {
  question: 'Does the bell ring twice?',
  group,
  picture,
  basis,
  standsFor: 'a bell',
  shows: 'that it rings once until it is quiet',
  leavesOut: 'the sound',
  scaledDown: 'a tower has five bells, here is 1',
};

const bell = mechanism({ parameters: {}, state: () => ({ rings: bool }) });

const ring = bell.action({
  says: 'The bell is rung.',
  cite: 'bell-tower',
  when: { 'it is quiet': (_, s) => !s.rings },
  then: (_, s) => {
    s.rings = true;
  },
});
const fade = bell.action({
  says: 'It fades.',
  when: { 'it rings': (_, s) => s.rings },
  then: (_, s) => {
    s.rings = false;
  },
});

export const model = bell.model({
  id: 'example/about',
  title: 'A bell',
  about,
  actions: { ring, fade },
  always: {},
  sometimes: { 'it rings': (s) => s.rings },
});
