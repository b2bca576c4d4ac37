/** The state as a table, which marks the tasks that break a rule. */
import { PlainTables } from '../../../drawing/PlainTables.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { listed } from '../../../drawing/words.ts';
import type { model } from './model.ts';

type Model = typeof model;

const words: View<Model>['words'] = {
  'one task at most holds the lock': ({ rows }) => `Tasks ${listed(rows('task'))} hold the lock.`,
};

const Picture = (props: PictureProps<Model>) => (
  <div class="distro-container-tables">
    <PlainTables {...props} kinds={{ tasks: 'task' }} />
  </div>
);

export const view: View<Model> = { Picture, words };
