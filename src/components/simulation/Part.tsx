/** One part of the player. Its title folds it where widths.css says so; elsewhere it stands open in its place. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface Props {
  readonly area: string;
  readonly title: string;
  readonly note?: string;
  readonly level: 2 | 3 | 4;
  readonly opened?: boolean;
  /** Something in it must be seen: it opens when that comes up. */
  readonly wanted?: boolean;
  /** What is in it is made when it is first opened, and stays. */
  readonly late?: boolean;
  readonly children: ComponentChildren;
}

export function Part({ area, title, note, level, opened = false, wanted = false, late = false, children }: Props) {
  const [isOpen, setOpen] = useState(opened);
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted]);
  const wasOpened = useRef(!late);
  wasOpened.current ||= isOpen;
  const body = useId();
  const Heading = `h${level}` as 'h2' | 'h3' | 'h4';
  return (
    // A group and no landmark: of several players on a page each would have a landmark of the same name.
    <div class={`part part-${area}${isOpen ? '' : ' is-folded'}`} role="group" aria-label={title}>
      <Heading class="part-title">
        <span class="part-name">{title}</span>
        <button type="button" class="part-fold" aria-expanded={isOpen} aria-controls={body} onClick={() => setOpen(!isOpen)}>
          {title}
        </button>
        {note !== undefined && <span class="part-note">{note}</span>}
      </Heading>
      <div class="part-body" id={body}>
        {wasOpened.current && children}
      </div>
    </div>
  );
}
