/**
 * The part of a simulation that starts when it comes into view: it loads the model and its view, then puts the player
 * in the storyboard's place. The storyboard stays in the page for paper, and for as long as anything is missing.
 */
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { loadMechanism, loadView } from '../../mechanisms/registry.ts';
import { keepPlace, whenItStands } from './keep-place.ts';
import type { PlayerProps } from './Player.tsx';

interface Props {
  readonly id: string;
  readonly scenario: string;
  readonly level: PlayerProps['level'];
  readonly compact: boolean;
  readonly headless: boolean;
  readonly children?: ComponentChildren;
}

/** What is loaded for it. */
interface Parts extends Pick<PlayerProps, 'mechanism' | 'view' | 'answers' | 'wide' | 'line'> {
  readonly Player: FunctionComponent<PlayerProps>;
}

async function load(id: string, compact: boolean, holder: Element | null | undefined): Promise<Parts> {
  const [{ Player }, { answersFor }, mechanism, view, line] = await Promise.all([
    import('./Player.tsx'),
    import('./shared-link.ts'),
    loadMechanism(id),
    loadView(id),
    compact ? import('./Compact.tsx') : undefined,
  ]);
  const answers = holder ? answersFor(holder) : () => false;
  return { Player, mechanism, view, answers, line, wide: isWide(holder) };
}

/** Whether the parts beside the picture have room to stand open: as `widths.css` has it. */
export const isWide = (holder: Element | null | undefined): boolean =>
  (holder?.clientWidth ?? 0) >= 52 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

export function Loader({ id, compact, children, ...props }: Props) {
  const [parts, setParts] = useState<Parts>();
  const [failed, setFailed] = useState(false);
  const here = useRef<HTMLDivElement | null>(null);
  const settled = useRef<() => void>(() => undefined);
  useEffect(() => {
    let isWanted = true;
    const plate = here.current?.closest('.simulation');
    load(id, compact, plate).then(
      (loaded) => {
        if (!isWanted) return;
        if (plate) settled.current = keepPlace(plate);
        setParts(loaded);
      },
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [id, compact]);
  const isSettled = failed || parts !== undefined;
  useLayoutEffect(() => {
    if (isSettled) whenItStands(here.current, settled.current);
  }, [isSettled]);
  return (
    <>
      <div class={parts ? 'storyboard is-for-paper' : 'storyboard'} ref={here}>
        {children}
      </div>
      {failed && <p class="player-note">The simulation could not be loaded; its scenario stands above.</p>}
      {parts && <parts.Player {...props} {...parts} />}
    </>
  );
}
