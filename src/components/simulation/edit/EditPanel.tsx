/** The editor as a reader meets it: the text, what is wrong with it, and what can be done with it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { counted } from '../narrate.ts';
import { DifferencesPanel } from './DifferencesPanel.tsx';
import type { Flaw, Told } from './language.ts';
import { LinkPanel } from './LinkPanel.tsx';
import type { Workshop } from './workshop.ts';

interface Props {
  readonly workshop: Workshop;
  /** Where the text comes from, when it is not the shipped one. */
  readonly from: string | undefined;
  readonly text: string;
}

type Panel = 'differences' | 'link';

export interface Flaws {
  readonly found: readonly Flaw[];
  /** The line of the first. */
  readonly line: number;
}

export function EditPanel({ workshop, from, text }: Props) {
  const [says, setSays] = useState(from ?? '');
  const [flaws, setFlaws] = useState<Flaws>();
  const [told, setTold] = useState<Told>();
  const [panel, setPanel] = useState<Panel>();
  const [changes, setChanges] = useState(0);
  const host = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const errors = (found: readonly Flaw[]) => found.filter(({ is }) => is !== 'unused');
    workshop.hear(setSays);
    return workshop.openEditor(host.current!, text, {
      flaws: (found, doc) => setFlaws({ found: errors(found), line: doc.lineAt(Math.min(errors(found)[0]?.from ?? 0, doc.length)).number }),
      told: setTold,
      changed: () => setChanges((now) => now + 1),
    });
  }, [workshop, text]);
  const toggle = (which: Panel) => setPanel(panel === which ? undefined : which);
  return (
    <section class="edit-panel" aria-label="Edit this model">
      <div class="edit-keys">
        <Key words="Run" press={() => void workshop.run()} isFirst />
        <Key words="Check" press={() => void workshop.check()} />
        <Key words="Differences" press={() => toggle('differences')} expanded={panel === 'differences'} />
        <Key words="Link" press={() => toggle('link')} expanded={panel === 'link'} />
        <Key words="Download" press={() => workshop.download()} />
        <Key words="Keep here" press={() => workshop.keep()} />
        <Key words="Reset" press={() => workshop.reset()} />
      </div>
      <p class="edit-says" role="status">
        {says}
      </p>
      {panel === 'differences' && <DifferencesPanel key={changes} shipped={workshop.shipped} edited={workshop.text()} />}
      {panel === 'link' && <LinkPanel key={changes} workshop={workshop} />}
      <FlawLine flaws={flaws} press={() => workshop.toNextFlaw()} />
      <div class="edit-host" ref={host} />
      <div class="edit-told">
        {told ? (
          <>
            <code>{told.is}</code>
            {told.says !== '' && <p>{told.says}</p>}
          </>
        ) : (
          <p>What the name under the cursor is, and what is told of it, stands here. Tab leaves the text; F8 goes to the next error.</p>
        )}
      </div>
    </section>
  );
}

interface KeyProps {
  readonly words: string;
  readonly press: () => void;
  readonly expanded?: boolean;
  readonly isFirst?: boolean;
}

export const Key = ({ words, press, expanded, isFirst = false }: KeyProps) => (
  <button type="button" class={isFirst ? 'key key-run' : 'key'} aria-expanded={expanded} onClick={press}>
    {words}
  </button>
);

/** The types of a whole model would fill a phone; all of it stands below the line. */
const MOST_TOLD = 140;

function beginning(says: string): string {
  const [line = ''] = says.split('\n');
  return line.length > MOST_TOLD ? `${line.slice(0, MOST_TOLD)}\u2026` : line;
}

export function FlawLine({ flaws, press }: { readonly flaws: Flaws | undefined; readonly press: () => void }) {
  const [first] = flaws?.found ?? [];
  return (
    <p class="edit-flaws" aria-live="polite">
      {flaws === undefined && 'The types are being loaded.'}
      {flaws !== undefined && !first && 'No error.'}
      {flaws && first && (
        <button type="button" class="text-key" onClick={press}>
          {counted(flaws.found.length, 'error')}, the first in line {flaws.line}: {beginning(first.says)}
        </button>
      )}
    </p>
  );
}
