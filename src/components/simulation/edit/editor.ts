/**
 * CodeMirror in a shadow root: there it styles itself through adoptedStyleSheets, which the page's policy allows; in the document it would add
 * a style element, which is blocked. Tab leaves the editor, as it leaves any field: no key is bound to it.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'; // prettier-ignore
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState, StateEffect, StateField, type Range, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, lineNumbers, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view'; // prettier-ignore
import { tags } from '@lezer/highlight';
import { inHole, type Hole } from './hole.ts';
import type { Flaw, Language, Told } from './language.ts';

/** After the last key, so that nobody is told of a word that is half written. */
const FLAWS_AFTER_MS = 150;
const TOLD_AFTER_MS = 200;

export interface EditorEvents {
  /** The flaws of the text as it is now. */
  readonly flaws: (flaws: readonly Flaw[], text: Text) => void;
  /** What is under the cursor; undefined for nothing. */
  readonly told: (told: Told | undefined) => void;
  readonly changed: () => void;
}

export interface Editor {
  readonly text: () => string;
  readonly setText: (text: string) => void;
  /** Puts the cursor at the next flaw behind it, or at the first. */
  readonly toNextFlaw: () => void;
  readonly focus: () => void;
  readonly close: () => void;
}

/** How a text is shown. */
export interface Shown {
  /** Nothing but what stands in it can be changed. */
  readonly hole?: Hole;
  /** Names the text for who cannot see it. */
  readonly label?: string;
}

export function openEditor(host: HTMLElement, text: string, language: Language, events: EditorEvents, shown: Shown = {}): Editor {
  const { hole, label = hole ? 'The model, in TypeScript; only the framed part can be changed' : 'The model, in TypeScript' } = shown;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const toNextFlaw = (view: EditorView): boolean => {
    const starts = view.state.field(flawsField).flaws.map(({ from }) => from);
    const next = starts.find((from) => from > view.state.selection.main.head) ?? starts[0];
    if (next !== undefined) view.dispatch({ selection: { anchor: next }, effects: EditorView.scrollIntoView(next, { y: 'center' }) });
    return next !== undefined;
  };
  const state = EditorState.create({
    doc: text,
    selection: { anchor: hole?.to ?? 0 },
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      hole ? inHole(hole) : indentOnInput(), // which would move the beginning of a line in front of the hole
      bracketMatching(),
      closeBrackets(),
      EditorView.lineWrapping,
      syntaxHighlighting(inks),
      javascript({ typescript: true }),
      autocompletion({ override: [(context) => completions(context, language)] }),
      flawsField,
      asking(language, events),
      keymap.of([{ key: 'F8', run: toNextFlaw }, ...completionKeymap, ...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false' }),
      looks,
    ],
  });
  const view = new EditorView({
    state,
    parent: root,
    root,
    scrollTo: hole ? EditorView.scrollIntoView(hole.from, { y: 'center' }) : EditorView.scrollIntoView(beginOf(text), { y: 'start' }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (fresh) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: fresh } }),
    toNextFlaw: () => {
      if (toNextFlaw(view)) view.focus();
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

/** Where the model begins, behind its header and its imports. */
const beginOf = (text: string): number => Math.max(0, text.lastIndexOf('\n', text.search(/= mechanism\(/)));

const setFlaws = StateEffect.define<readonly Flaw[]>();

interface Flawed {
  readonly flaws: readonly Flaw[];
  readonly marks: DecorationSet;
}

/** Each flaw is underlined, and stands in words below its line. */
const flawsField = StateField.define<Flawed>({
  create: () => ({ flaws: [], marks: Decoration.none }),
  update(now, { effects, changes, docChanged, newDoc }) {
    const fresh = effects.find((it) => it.is(setFlaws));
    if (fresh) return { flaws: fresh.value, marks: marksOf(fresh.value, newDoc) };
    if (!docChanged) return now;
    const flaws = now.flaws.map((it) => ({ ...it, from: changes.mapPos(it.from), to: changes.mapPos(it.to) }));
    return { flaws, marks: now.marks.map(changes) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

class Words extends WidgetType {
  readonly says: string;

  constructor(says: string) {
    super();
    this.says = says;
  }

  override eq(other: Words): boolean {
    return other.says === this.says;
  }

  toDOM(): HTMLElement {
    const line = document.createElement('div');
    line.className = 'flaw-says';
    line.textContent = this.says; // text: the words may be a stranger's
    return line;
  }
}

function marksOf(flaws: readonly Flaw[], doc: Text): DecorationSet {
  const marks = flaws.flatMap(({ from, to, is, says }): Range<Decoration>[] => {
    const [start, end] = [Math.min(from, doc.length), Math.min(Math.max(to, from + 1), doc.length)];
    const below = Decoration.widget({ widget: new Words(says), block: true, side: 1 }).range(doc.lineAt(start).to);
    const underline = start < end ? [Decoration.mark({ class: is === 'unused' ? 'flaw is-unused' : 'flaw' }).range(start, end)] : [];
    return is === 'unused' ? underline : [...underline, below];
  });
  return Decoration.set(marks, true);
}

/** Asks of the text a moment after each change, and of what is under the cursor; only the newest answer counts. */
const asking = (language: Language, events: EditorEvents) =>
  ViewPlugin.fromClass(
    class {
      private flawsTimer: ReturnType<typeof setTimeout> | undefined;
      private toldTimer: ReturnType<typeof setTimeout> | undefined;
      private readonly view: EditorView;

      constructor(view: EditorView) {
        this.view = view;
        this.look();
      }

      update({ docChanged, selectionSet }: ViewUpdate) {
        if (docChanged) {
          events.changed();
          clearTimeout(this.flawsTimer);
          this.flawsTimer = setTimeout(() => this.look(), FLAWS_AFTER_MS);
        }
        if (docChanged || selectionSet) {
          clearTimeout(this.toldTimer);
          this.toldTimer = setTimeout(() => this.tell(), TOLD_AFTER_MS);
        }
      }

      destroy() {
        clearTimeout(this.flawsTimer);
        clearTimeout(this.toldTimer);
      }

      private look() {
        const { doc } = this.view.state;
        const show = (flaws: readonly Flaw[]) => {
          if (this.view.state.doc !== doc) return;
          this.view.dispatch({ effects: setFlaws.of(flaws) });
          events.flaws(flaws, doc);
        };
        language
          .ask('flaws', doc.toString())
          .then(show, (problem: Error) => show([{ from: 0, to: 0, is: 'type', says: `${problem.message}.` }]));
      }

      private tell() {
        const { doc, selection } = this.view.state;
        const { head } = selection.main;
        const show = (told: Told | undefined) => {
          if (this.view.state.doc === doc && this.view.state.selection.main.head === head) events.told(told);
        };
        language.ask('told', doc.toString(), head).then(show, () => show(undefined));
      }
    },
  );

async function completions(context: CompletionContext, language: Language): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w$]+/);
  if (!word && !context.explicit && !context.matchBefore(/\./)) return null;
  const found = await language.ask('options', context.state.doc.toString(), context.pos);
  const options = found.map(({ label, kind }) => ({ label, type: kindOf(kind) }));
  return { from: word?.from ?? context.pos, options, validFor: /^[\w$]*$/ };
}

/** TypeScript's kinds in the words of the editor. */
const kindOf = (kind: string): string => (kind === 'method' ? 'function' : kind === 'const' || kind === 'let' ? 'variable' : kind);

/** The inks of code on the site: keywords, strings, comments. */
const inks = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-string)' },
  { tag: tags.comment, color: 'var(--code-comment)' },
]);

const looks = EditorView.theme({
  '&': { color: 'var(--code-ink)', backgroundColor: 'var(--well)', fontSize: '0.875rem', maxBlockSize: 'min(70vh, 46rem)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { overflow: 'auto', fontFamily: 'var(--font-code)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '0.5rem' },
  '.cm-cursor': { borderInlineStartColor: 'var(--ink)', borderInlineStartWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-gutters': { backgroundColor: 'var(--well)', color: 'var(--ink-3)', border: 'none' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--raised)', outline: '1px solid var(--rule)' },
  '.flaw': { textDecoration: 'underline wavy var(--vermilion) 1.5px', textUnderlineOffset: '3px' },
  '.flaw.is-unused': { textDecoration: 'underline dotted var(--rule) 1.5px' },
  '.flaw-says': {
    margin: '0 0.5rem 0.25rem 1.5rem',
    padding: '0.25rem 0.5rem',
    borderInlineStart: '3px solid var(--vermilion)',
    background: 'var(--vermilion-wash)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-label)',
    fontSize: '0.8125rem',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxInlineSize: 'min(44rem, 80vw)',
  },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--rule)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-code)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--brass)', color: 'var(--on-brass)' },
  '.cm-completionIcon': { color: 'inherit', opacity: '1' },
});
