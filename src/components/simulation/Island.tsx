/**
 * The part of a simulation that wakes when it comes into view: it loads the model and its view, then puts the player
 * in the storyboard's place. The storyboard stays in the page for paper, and for as long as anything is missing.
 */
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { registry } from '../../models/registry.ts';
import type { PlayerProps } from './Player.tsx';
import { cardOf } from './views.ts';

interface Props {
  readonly id: string;
  readonly scenario: string;
  readonly level: 2 | 3;
  readonly children?: ComponentChildren;
}

interface Parts {
  readonly Player: FunctionComponent<PlayerProps>;
  readonly props: PlayerProps;
}

async function load(id: string, scenario: string, level: 2 | 3): Promise<Parts> {
  const model = registry[id];
  if (!model) throw new Error(`no model '${id}' in src/models/registry.ts`);
  const card = cardOf(id);
  const [{ Player }, mechanism, view] = await Promise.all([import('./Player.tsx'), model(), card.view()]);
  return { Player, props: { mechanism, scenario, card, view, level } };
}

export function Island({ id, scenario, level, children }: Props) {
  const [parts, setParts] = useState<Parts>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    load(id, scenario, level).then(setParts, () => setFailed(true));
  }, [id, scenario, level]);
  return (
    <>
      <div class={parts ? 'storyboard is-for-paper' : 'storyboard'}>{children}</div>
      {failed && <p class="plate-note">The simulation could not be loaded; its scenario stands above.</p>}
      {parts && <parts.Player {...parts.props} />}
    </>
  );
}
