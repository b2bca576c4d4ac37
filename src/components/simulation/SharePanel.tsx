/** What leaves the plate and what comes in: the link to the run, its export and its import. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { carried, fragmentOf } from './shared-link.ts';
import type { Run, Session } from './session.ts';
import { runOf } from './trace.ts';
import type { TracePanelProps } from './TracePanel.tsx';

interface Props {
  readonly session: Session;
  readonly open: (run: Run, notice: string) => void;
}

type Panel = TracePanelProps['is'];

export function SharePanel({ session, open }: Props) {
  const [panel, setPanel] = useState<Panel>();
  const { m, frames, history } = session;
  const { log } = runOf(frames, history.position);
  const toggle = (which: Panel) => setPanel(panel === which ? undefined : which);
  return (
    <div class="share">
      <div class="share-line">
        <Link session={session} />
        {(['export', 'import'] as const).map((which) => (
          <button key={which} type="button" class="key" aria-expanded={panel === which} onClick={() => toggle(which)}>
            {which === 'export' ? 'Export' : 'Import'}
          </button>
        ))}
      </div>
      {panel && <Traces is={panel} m={m} run={{ log, loop: history.loop?.from }} open={open} />}
    </div>
  );
}

/** The key, and below it the link itself: a page that may not write to the clipboard can still be copied from by hand. */
function Link({ session }: { readonly session: Session }) {
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState<string>();
  const link = shown ? linkTo(session) : '';
  const copy = () => {
    const fresh = linkTo(session);
    setShown(true);
    copyText(fresh).then(
      () => setCopied(fresh),
      () => setCopied(undefined),
    );
  };
  return (
    <>
      <button type="button" class="key" onClick={copy}>
        Copy link
      </button>
      <p class="share-says" aria-live="polite">
        {shown && (copied === link ? `Copied: ${carried(session)}.` : `The link to this run: ${carried(session)}.`)}
      </p>
      {shown && (
        <input
          class="share-link"
          type="text"
          readOnly
          aria-label="Link to this run"
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}

const linkTo = (session: Session) => location.href.replace(/#.*$/, '') + fragmentOf(session);

/** Rejects where there is no clipboard: without a secure context, or in a frame that has no leave. */
const copyText = async (text: string): Promise<void> => {
  await navigator.clipboard.writeText(text);
};

function Traces(props: TracePanelProps) {
  const [loaded, setLoaded] = useState<{ readonly Panel: FunctionComponent<TracePanelProps> }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import('./TracePanel.tsx').then(
      ({ TracePanel }) => setLoaded({ Panel: TracePanel }),
      () => setFailed(true),
    );
  }, []);
  if (failed) return <p>The panel could not be loaded.</p>;
  return loaded ? <loaded.Panel {...props} /> : null;
}
