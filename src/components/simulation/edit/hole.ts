/** A text of which only one part can be changed. That part is framed, the rest is dimmed, and to select all selects what stands in the frame. */
import { EditorState, Prec, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, WidgetType } from '@codemirror/view';

export interface Hole {
  /** Where it is in the text that the editor begins with. */
  readonly from: number;
  readonly to: number;
  /** How much of that text stands behind it. */
  readonly after: number;
  /** Called when something else was to be changed. */
  readonly refused: () => void;
}

/** What stands in front of it and behind it never changes, so the ends follow from the length of the text. */
const endsIn = (doc: Text, { from, after }: Hole) => ({ from, to: doc.length - after });

/** A hole without a letter still has to be seen. */
class Empty extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'hole is-empty';
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  }
}

function marksIn(doc: Text, hole: Hole): DecorationSet {
  const { from, to } = endsIn(doc, hole);
  const rest = Decoration.mark({ class: 'hole-rest' });
  const lines = [];
  for (let at = doc.lineAt(from).number; at <= doc.lineAt(to).number; at++)
    lines.push(Decoration.line({ class: 'hole-line' }).range(doc.line(at).from));
  const inside =
    from < to
      ? Decoration.mark({ class: 'hole', inclusive: true }).range(from, to)
      : Decoration.widget({ widget: new Empty(), side: -1 }).range(from);
  const around = [...(from > 0 ? [rest.range(0, from)] : []), ...(to < doc.length ? [rest.range(to, doc.length)] : [])];
  return Decoration.set([...lines, ...around, inside], true);
}

export function inHole(hole: Hole): Extension {
  const marks = StateField.define<DecorationSet>({
    create: ({ doc }) => marksIn(doc, hole),
    update: (now, { docChanged, newDoc }) => (docChanged ? marksIn(newDoc, hole) : now),
    provide: (field) => EditorView.decorations.from(field),
  });
  const guard = EditorState.changeFilter.of(({ changes, startState, docChanged }) => {
    if (!docChanged) return true;
    const { from, to } = endsIn(startState.doc, hole);
    let isInside = true;
    changes.iterChangedRanges((begin, end) => (isInside &&= begin >= from && end <= to));
    if (!isInside) hole.refused();
    return isInside;
  });
  const selectAll = {
    key: 'Mod-a',
    run: (view: EditorView) => {
      const { from, to } = endsIn(view.state.doc, hole);
      view.dispatch({ selection: { anchor: from, head: to } });
      return true;
    },
  };
  return [marks, guard, Prec.highest(keymap.of([selectAll])), looks];
}

const looks = EditorView.theme({
  '.hole-rest, .hole-rest *': { color: 'var(--ink-3)' },
  '.hole-line': { background: 'var(--brass-wash)', boxShadow: 'inset 3px 0 0 var(--brass)' },
  '.hole': { background: 'var(--plate)', boxShadow: '0 0 0 1px var(--brass)', borderRadius: '1px' },
  '.hole.is-empty': { display: 'inline-block', inlineSize: '2ch', blockSize: '1.2em', verticalAlign: 'text-bottom' },
});
