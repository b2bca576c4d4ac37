/**
 * The keys that move through a run. One tab stop: left and right are steps everywhere in the player, so up and down go
 * from key to key here, as the list of keys says.
 */
import { useRef, useState } from 'preact/hooks';
import { Glyph, type GlyphName } from '../../drawing/Glyph.tsx';

interface Key {
  readonly name: string;
  readonly glyph?: GlyphName;
  readonly words?: string;
  readonly can: boolean;
  readonly pressed?: boolean;
  readonly press: () => void;
}

export interface ToolbarProps {
  readonly position: number;
  readonly length: number;
  /** What Step will do, in words; undefined at the end of the run. */
  readonly next: string | undefined;
  readonly playing: boolean;
  readonly helpOpen: boolean;
  readonly go: (to: number) => void;
  readonly step: () => void;
  readonly play: () => void;
  readonly help: () => void;
}

const STEP = 2;

function keysOf({ position, length, next, playing, helpOpen, go, step, play, help }: ToolbarProps): Key[] {
  return [
    { name: 'To the start', glyph: 'first', can: position > 0, press: () => go(0) },
    { name: 'Back one step', glyph: 'back', can: position > 0, press: () => go(position - 1) },
    next === undefined
      ? { name: 'End of the run', words: 'End', can: false, press: step }
      : { name: `Step: ${next}`, glyph: 'forward', words: 'Step', can: true, press: step },
    { name: 'To the last step', glyph: 'last', can: position < length, press: () => go(length) },
    { name: playing ? 'Pause' : 'Play', words: playing ? 'Pause' : 'Play', can: length > 0, press: play },
    { name: '? List of keys', words: '?', can: true, pressed: helpOpen, press: help },
  ];
}

export function Toolbar(props: ToolbarProps) {
  const [active, setActive] = useState(STEP);
  const bar = useRef<HTMLDivElement | null>(null);
  const keys = keysOf(props);
  const rove = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const to = (active + by + keys.length) % keys.length;
    setActive(to);
    bar.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div class="toolbar" role="toolbar" aria-label="Run" aria-orientation="horizontal" tabIndex={-1} ref={bar} onKeyDown={rove}>
      {keys.map((key, i) => (
        <button
          key={i}
          type="button"
          class={`key key-${i === STEP ? 'step' : (key.glyph ?? (i === keys.length - 1 ? 'help' : 'play'))}`}
          tabIndex={i === active ? 0 : -1}
          aria-label={key.name}
          aria-disabled={!key.can}
          aria-expanded={key.pressed}
          onFocus={() => setActive(i)}
          onClick={() => key.can && key.press()}
        >
          {key.glyph && <Glyph name={key.glyph} />}
          {key.words}
        </button>
      ))}
    </div>
  );
}
