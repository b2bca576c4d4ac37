/** What leaves the player and what comes in: the link to the run, its export and its import. */
import { useMemo, useState } from 'preact/hooks';
import { copyText } from '../page/copy-text.ts';
import { Later } from './Later.tsx';
import { elsewhereOf } from './not-told.ts';
import { carried, fragmentOf } from './shared-link.ts';
import type { Run, Session } from './session.ts';
import { runOf } from './trace.ts';
import type { TracePanelProps } from './TracePanel.tsx';

interface Props {
  readonly session: Session;
  readonly open: (run: Run, notice: string) => void;
  /** The address of the page can say which run is open. */
  readonly isLinked: boolean;
}

type Panel = TracePanelProps['is'];

const loadTraces = async () => (await import('./TracePanel.tsx')).TracePanel;

export function SharePanel({ session, open, isLinked }: Props) {
  const [panel, setPanel] = useState<Panel>();
  const { m, frames, history } = session;
  const run = useMemo(() => ({ log: runOf(frames, history.position).log, loop: history.loop?.from }), [frames, history]);
  const toggle = (which: Panel) => setPanel(panel === which ? undefined : which);
  return (
    <div class="share">
      <div class="share-line">
        {elsewhereOf(m) && <p class="share-says">A link to an edited model is made beside the editor.</p>}
        {isLinked && !elsewhereOf(m) && <Link session={session} />}
        {(['export', 'import'] as const).map((which) => (
          <button key={which} type="button" class="key" aria-expanded={panel === which} onClick={() => toggle(which)}>
            {which === 'export' ? 'Export' : 'Import'}
          </button>
        ))}
      </div>
      {panel && <Later load={loadTraces} props={{ is: panel, m, run, open }} />}
    </div>
  );
}

/** A link as it was made for one place in a run: a reader who goes on has to ask again. */
interface Made {
  readonly session: Session;
  /** Undefined when the run is too long for one. */
  readonly link: string | undefined;
  readonly copied: boolean;
  readonly says: string;
}

/** A longer link is not put into a box, unless there is no other way to copy it. */
const MOST_SHOWN = 4_000;

/** The key, and below it the link itself: a page that may not write to the clipboard can still be copied from by hand. */
function Link({ session }: { readonly session: Session }) {
  const [made, setMade] = useState<Made>();
  const shown = made?.session === session ? made : undefined;
  const copy = async () => {
    try {
      const link = linkTo(session);
      const copied = await copyText(link);
      setMade({ session, link, copied, says: `${copied ? 'Copied' : 'The link to this run'}: ${carried(session)}.` });
    } catch (error) {
      setMade({ session, link: undefined, copied: false, says: (error as RangeError).message }); // it says how many steps a link holds
    }
  };
  return (
    <>
      <button type="button" class="key" onClick={() => void copy()}>
        Copy link
      </button>
      <p class="share-says" aria-live="polite">
        {shown?.says}
      </p>
      {shown?.link !== undefined && (!shown.copied || shown.link.length <= MOST_SHOWN) && (
        <input
          class="share-link"
          type="text"
          readOnly
          aria-label="Link to this run"
          value={shown.link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}

const linkTo = (session: Session) => location.href.replace(/#.*$/, '') + fragmentOf(session);
