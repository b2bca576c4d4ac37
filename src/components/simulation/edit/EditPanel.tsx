/** The editor as a reader meets it: the text, what is wrong with it, and what can be done with it. */
import type { Text } from '@codemirror/state';
import { useEffect, useRef, useState } from 'preact/hooks';
import { counted } from '../narrate.ts';
import { DifferencesPanel } from './DifferencesPanel.tsx';
import type { Flaw, Told } from './language.ts';
import { LinkPanel } from './LinkPanel.tsx';
import type { Workshop } from './workshop.ts';

interface Props {
  readonly workshop: Workshop;
  /** Where the text comes from, when it is not the one that the subject begins with. */
  readonly from: string | undefined;
  readonly text: string;
}

type Panel = 'differences' | 'link';

/** What is wrong with a text; what is merely unused is left out. */
export interface Flaws {
  readonly found: readonly Flaw[];
  /** The line of the first. */
  readonly line: number;
}

export function flawsIn(all: readonly Flaw[], doc: Text): Flaws {
  const found = all.filter(({ is }) => is !== 'unused');
  return { found, line: doc.lineAt(Math.min(found[0]?.from ?? 0, doc.length)).number };
}

export function EditPanel({ workshop, from, text }: Props) {
  const [says, setSays] = useState(from ?? '');
  const [flaws, setFlaws] = useState<Flaws>();
  const [told, setTold] = useState<Told>();
  const [panel, setPanel] = useState<Panel>();
  const [changes, setChanges] = useState(0);
  const host = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    workshop.hear(setSays);
    return workshop.openEditor(host.current!, text, {
      flaws: (found, doc) => setFlaws(flawsIn(found, doc)),
      told: setTold,
      changed: () => setChanges((now) => now + 1),
    });
  }, [workshop, text]);
  const toggle = (which: Panel) => setPanel(panel === which ? undefined : which);
  return (
    <section class="edit-panel" aria-label={workshop.subject.words.panel}>
      <div class="edit-keys">
        <Key words="Run" press={() => void workshop.run()} isFirst />
        <Key words="Check" press={() => void workshop.check()} />
        <Key words="Differences" press={() => toggle('differences')} expanded={panel === 'differences'} />
        <Key words="Link" press={() => toggle('link')} expanded={panel === 'link'} />
        <Key words="Download" press={() => workshop.download()} />
        <Key words="Keep here" press={() => workshop.keep()} />
        <Key words="Reset" press={() => workshop.reset()} />
        <a
          class="edit-language"
          href={`${import.meta.env.BASE_URL.replace(/\/$/, '')}/simulations/new/#language`}
          target="_blank"
          rel="noopener"
        >
          The language
        </a>
      </div>
      <p class="edit-says" role="status">
        {says}
      </p>
      {panel === 'differences' && <DifferencesPanel key={changes} subject={workshop.subject} edited={workshop.text()} />}
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
