/**
 * What lies beside a model, its picture and its words, is typed by it as well. Here each of these types holds one thing that the model has.
 */
import {
  type ActionOf,
  bool,
  type ConfigOf,
  id,
  type InvariantOf,
  type KindOf,
  mechanism,
  type RuleOf,
  type StateOf,
  table,
} from '../../../engine/language.ts';

const cup = id('cup');

const kitchen = mechanism({
  parameters: { cups: { least: 1, most: 3, default: 2 } },
  state: ({ cups }) => ({ cups: table(cup, cups, { isClean: bool }) }),
});

const wash = kitchen.action({
  says: '{it} is washed.',
  args: { it: cup },
  when: { 'it is dirty': ({ it }) => !it.isClean },
  then: ({ it }) => {
    it.isClean = true;
  },
});
const use = kitchen.action({
  says: '{it} is used.',
  args: { it: cup },
  when: { 'it is clean': ({ it }) => it.isClean },
  then: ({ it }) => {
    it.isClean = false;
  },
});

export const model = kitchen.model({
  id: 'example/beside',
  title: 'Cups',
  actions: { wash, use },
  always: { 'there is a cup': (s) => s.cups.length > 0 },
  sometimes: { 'all are clean': (s) => s.cups.every((it) => it.isClean) },
  eventually: {},
});

/** As a picture would be given them. */
export const now: StateOf<typeof model> = { cups: [{ isClean: true }, { isClean: false }] };
export const config: ConfigOf<typeof model> = { cups: 2 };
export const kind: KindOf<typeof model> = 'cup';
export const action: ActionOf<typeof model> = 'wash';
export const words: Record<InvariantOf<typeof model>, string> = { 'there is a cup': 'The shelf is bare.' };
export const rules: readonly RuleOf<typeof model>[] = ['there is a cup'];
