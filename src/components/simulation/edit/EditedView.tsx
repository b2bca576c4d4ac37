/**
 * The picture of an edited model: the shipped one as long as it can draw the state, and else the state as tables. A picture is made for the
 * shipped state, so a field that the reader has renamed or taken away may be too much for it.
 */
import { Component, type ComponentChildren } from 'preact';
import type { Erased } from '../../../engine/language.ts';
import { PlainTables } from '../../../drawing/PlainTables.tsx';
import type { AnyPictureProps, AnyView, BrokenAt } from '../../../drawing/view.ts';

interface GuardProps {
  readonly children: ComponentChildren;
  readonly instead: ComponentChildren;
}

class Guarded extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(): void {
    this.setState({ failed: true });
  }

  override render({ children, instead }: GuardProps, { failed }: { readonly failed: boolean }) {
    return failed ? instead : children;
  }
}

/** `view`: undefined for the state as tables. `kinds`: the kind of the rows in each table of the state. */
export function editedView(view: AnyView | undefined, kinds: Readonly<Record<string, string>>): AnyView {
  if (!view) return { Picture: (props: AnyPictureProps) => <PlainTables {...props} kinds={kinds} />, words: {} };
  const { Picture, words } = view;
  return {
    Picture: (props: AnyPictureProps) => {
      const tables = (
        <>
          <p class="edited-plain">The picture is drawn for the shipped model and does not know this state; here it is as tables.</p>
          <PlainTables {...props} kinds={kinds} />
        </>
      );
      return (
        <Guarded instead={tables}>
          <Picture {...props} />
        </Guarded>
      );
    },
    words: Object.fromEntries(Object.entries(words).map(([rule, say]) => [rule, (at: BrokenAt<Erased>) => said(say, at)])),
  };
}

type Say = AnyView['words'][string];

function said(say: Say, at: BrokenAt<Erased>): string {
  try {
    return say(at);
  } catch {
    return 'The words for it are those of the shipped model, and do not fit this state.';
  }
}
