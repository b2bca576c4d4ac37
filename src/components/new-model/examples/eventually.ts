/**
 * A kettle that was switched on boils at last. With the fault somebody may take it off again and again, and Check shows the run that never
 * ends.
 */
import { bool, mechanism, oneOf } from '../../../engine/language.ts';

const kettle = mechanism({
  parameters: {},
  faults: { isLifted: 'Somebody lifts the kettle before it boils.' },
  state: () => ({ isOn: bool, water: oneOf('cold', 'warm', 'boiling') }),
});

const switchOn = kettle.action({
  says: 'It is switched on.',
  when: { 'it is off': (_, s) => !s.isOn, 'the water does not boil': (_, s) => s.water !== 'boiling' },
  then: (_, s) => {
    s.isOn = true;
  },
});
const heat = kettle.action({
  says: 'The water gets warmer.',
  fair: 'weak',
  when: { 'it is on': (_, s) => s.isOn },
  then: (_, s) => {
    s.water = s.water === 'cold' ? 'warm' : 'boiling';
    s.isOn = s.water === 'warm';
  },
});
const lift = kettle.action({
  says: 'It is lifted, and the water cools.',
  fault: 'isLifted',
  when: { 'it is on': (_, s) => s.isOn },
  then: (_, s) => {
    s.isOn = false;
    s.water = 'cold';
  },
});

export const model = kettle.model({
  id: 'example/eventually',
  title: 'A kettle',
  actions: { switchOn, heat, lift },
  always: {},
  sometimes: { 'the water is warm': (s) => s.water === 'warm' },
  eventually: { 'what is switched on boils': { once: (_, s) => s.isOn, leadsTo: (_, s) => s.water === 'boiling' } },
  final: (s) => s.water === 'boiling',
});
