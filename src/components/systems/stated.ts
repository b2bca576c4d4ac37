/** What is stated of a system as a whole, under the headings of its page of facts; a heading with nothing under it is left out. */
import type { NamedStatement } from '../../schemas/evidence.ts';
import type { System } from '../../schemas/systems.ts';

export interface Stated {
  readonly slug: string;
  readonly title: string;
  readonly items: readonly NamedStatement[];
}

export const statedOf = ({ goals, nonGoals, statements }: Pick<System, 'goals' | 'nonGoals' | 'statements'>): Stated[] =>
  [
    { slug: 'goals', title: 'Goals', items: goals },
    { slug: 'non-goals', title: 'Not goals', items: nonGoals },
    { slug: 'statements', title: 'What else is stated', items: statements },
  ].filter(({ items }) => items.length > 0);
