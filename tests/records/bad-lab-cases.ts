/** Labs with one fault each: what they name of their model, of their system and of the site. */
import { one, type BadData } from './bad-case.ts';

const lab = 'labs/themelios-grow.yaml';

/** A lab of which these lines are other than they should be. */
const exercise = (other: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    title: 'Grow',
    system: 'themelios',
    model: 'themelios/capability-space',
    kind: 'find',
    task: 'Say which fault is on.',
    solved: 'It is named.',
    after: '[]',
    minutes: '5',
    hints: '[Play., Play on.]',
    reason: '{ text: It is so., cite: [{ source: themelios-milestones, lines: [42, 42] }] }',
    leads: '{ page: /tasks/, rule: themelios.capability.transfer-moves, why: None fits. }',
    hidden: 'removesOne',
    among: '[forgetsGrandchildren, keepsGeneration, grantsMore, removesOne, opensWider]',
    ...other,
  })
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
export const badLabs: readonly BadData[] = [
  one(
    'R5: a lab with a setting that is none',
    lab,
    exercise({ with: '{ depht: 1 }' }),
    'with',
    "with.depht: the model themelios/capability-space has no 'depht'\n",
  ),
  one(
    'R5: a lab with a value out of bounds',
    lab,
    exercise({ with: '{ slots: 1000000 }' }),
    'with',
    "with.slots: 1000000 is no value of 'slots'\n    Write a whole number from 2 to 5.",
  ),
  one(
    'R5: a lab with a fault that is none',
    lab,
    exercise({ among: '[constructor, keepsGeneration, grantsMore, removesOne, opensWider]' }),
    'among',
    "among[0]: the model themelios/capability-space has no 'constructor'\n",
  ),
  one(
    'R5: a lab that leads to no page',
    lab,
    exercise({ leads: '{ page: /learning/, rule: themelios.capability.transfer-moves, why: None fits. }' }),
    'leads',
    "leads.page: there is no page '/learning/'",
  ),
  one(
    'R5: a lab that is of another system than its model',
    lab,
    exercise({
      model: 'starina/channel',
      with: '{}',
      among: '[copiesHandles, takesFirst, takesBeforeRoom, noPeerFirst, overtakes]',
      hidden: 'overtakes',
    }),
    'model',
    'model: starina/channel is of another system\n    Name one of themelios.',
  ),
  one('R5: a lab that comes after itself', lab, exercise({ after: '[themelios-grow]' }), 'after', 'after[0]: this lab comes after itself'),
  one(
    'R5: a lab whose fault is not among its choices',
    lab,
    exercise({ hidden: 'wearsOut' }),
    'hidden',
    'hidden: it is not among the choices',
  ),
];
