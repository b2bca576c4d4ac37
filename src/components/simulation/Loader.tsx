/**
 * The part of a simulation that wakes when it comes into view: it loads the model and its view, then puts the player
 * in the storyboard's place. The storyboard stays in the page for paper, and for as long as anything is missing.
 */
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadMechanism, loadView } from '../../mechanisms/registry.ts';
import type { PlayerProps } from './Player.tsx';

interface Props {
  readonly id: string;
  readonly scenario: string;
  readonly level: PlayerProps['level'];
  readonly compact: boolean;
  readonly children?: ComponentChildren;
}

interface Parts {
  readonly Player: FunctionComponent<PlayerProps>;
  readonly props: PlayerProps;
}

async function load({ id, scenario, level, compact }: Props, plate: Element | null | undefined): Promise<Parts> {
  const [{ Player }, { answersFor }, mechanism, view] = await Promise.all([
    import('./Player.tsx'),
    import('./shared-link.ts'),
    loadMechanism(id),
    loadView(id),
  ]);
  const answers = plate ? answersFor(plate) : () => false;
  return { Player, props: { mechanism, scenario, view, level, compact, answers } };
}

export function Loader(props: Props) {
  const [parts, setParts] = useState<Parts>();
  const [failed, setFailed] = useState(false);
  const here = useRef<HTMLDivElement | null>(null);
  const { id, scenario, level, compact } = props;
  useEffect(() => {
    load(props, here.current?.closest('.simulation')).then(setParts, () => setFailed(true));
  }, [id, scenario, level, compact]);
  return (
    <>
      <div class={parts ? 'storyboard is-for-paper' : 'storyboard'} ref={here}>
        {props.children}
      </div>
      {failed && <p class="plate-note">The simulation could not be loaded; its scenario stands above.</p>}
      {parts && <parts.Player {...parts.props} />}
    </>
  );
}
