/** One part of the player. In a wide one it simply stands in its place; in a narrow one its title folds it. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

interface Props {
  readonly area: string;
  readonly title: string;
  readonly note?: string;
  readonly level: 2 | 3 | 4;
  readonly opened?: boolean;
  readonly children: ComponentChildren;
}

export function Part({ area, title, note, level, opened = false, children }: Props) {
  const [isOpen, setOpen] = useState(opened);
  const body = useId();
  const Heading = `h${level}` as 'h2' | 'h3' | 'h4';
  return (
    <section class={`part part-${area}${isOpen ? '' : ' is-folded'}`} aria-label={title}>
      <Heading class="part-title">
        <span class="part-name">{title}</span>
        <button type="button" class="part-fold" aria-expanded={isOpen} aria-controls={body} onClick={() => setOpen(!isOpen)}>
          {title}
        </button>
        {note !== undefined && <span class="part-note">{note}</span>}
      </Heading>
      <div class="part-body" id={body}>
        {children}
      </div>
    </section>
  );
}
