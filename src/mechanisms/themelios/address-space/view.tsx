/**
 * Address spaces: the page tables of each process one below the other, isolated, over the kernel half that all share;
 * lines from the entries to the frames. Beside an entry stands what the processor remembers of it: a remembered frame that
 * the entry no longer names has a line of its own, crossed out.
 */
import { type NamedProps as PictureProps, withNames } from '../../../drawing/named-rules.ts';
import { model } from './model.ts';
import {
  breaksHead,
  CACHED,
  cachedOf,
  explain,
  isStale,
  isTorn,
  KERNEL,
  LOADED,
  processorSays,
  SHARED,
  spacesIn,
  standing,
  wasRunning,
  type Spaces,
} from './view-rules.ts';
import { Wires, type Wire } from '../../../drawing/Wires.tsx';
import { classes } from '../../../drawing/words.ts';

const HEAD = 44;
const ROW = 32;
const KERNEL_ROW = 44;
const FRAME = 52;

interface Props {
  readonly now: Spaces;
  readonly was: Spaces;
  readonly broken: readonly string[];
}

function Picture({ now: state, before, broken, caption }: PictureProps) {
  const now = spacesIn(state);
  const was = before ? spacesIn(before) : now;
  const props = { now, was, broken };
  const says = processorSays(now);
  return (
    <div class="spaces">
      <div class="spaces-parts">
        <table class="page-tables">
          <caption class="visually-hidden">{`Page tables ${caption}`}</caption>
          <thead>
            <tr>
              <th scope="col">Page</th>
              <th scope="col">Maps to</th>
              <th scope="col">Remembered</th>
            </tr>
          </thead>
          {now.processes.map((_, i) => (
            <ProcessRows key={i} index={i} {...props} />
          ))}
          <KernelHalf {...props} />
        </table>
        <Wires height={heightOf(now)} wires={wiresOf(props)} />
        <Frames {...props} caption={caption} />
      </div>
      <p class={classes('handle', says !== processorSays(was) && 'is-changed', broken.includes(LOADED) && 'is-broken')}>
        <span>{says}</span>
        {now.running !== was.running && <span class="was">was {wasRunning(was)}</span>}
      </p>
    </div>
  );
}

const processAt = ({ pages }: Spaces, i: number) => i * (HEAD + pages.length * ROW);
const heightOf = (s: Spaces) => processAt(s, s.processes.length) + KERNEL_ROW;
const frameAt = (i: number) => (i + 0.5) * FRAME;

function wiresOf({ now, was, broken }: Props): Wire[] {
  return now.processes.flatMap(({ maps }, i) =>
    maps.flatMap((frame, page): Wire[] => {
      const from = processAt(now, i) + HEAD + (page + 0.5) * ROW;
      const old = was.processes[i]!.maps[page] ?? null;
      const wires: Wire[] = [];
      const cached = cachedOf(now, i, page);
      if (isStale(now, i, page)) wires.push({ from, to: frameAt(cached!), as: broken.includes(CACHED) ? 'broken' : 'kept' });
      else if (old !== null && old !== frame) wires.push({ from, to: frameAt(old), as: 'gone' });
      if (frame !== null)
        wires.push({
          from,
          to: frameAt(frame),
          as: broken.includes(SHARED) && isTorn(now, frame) ? 'broken' : old === frame ? 'kept' : 'new',
        });
      return wires;
    }),
  );
}

interface ProcessProps extends Props {
  readonly index: number;
}

function ProcessRows({ index, now, was, broken }: ProcessProps) {
  const [stands, stood] = [standing(now, index), standing(was, index)];
  const isLoaded = now.loaded === index;
  return (
    <tbody class={classes('space-of', !now.processes[index]!.tables && 'is-away')}>
      <tr class={classes('process-head', stands !== stood && 'is-changed', breaksHead(now, index, broken) && 'is-broken')}>
        <th scope="rowgroup" colSpan={3}>
          <span class="process-name">
            Process {index}
            {isLoaded && (
              <svg class="loaded-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <path d="M12 1v10L3 6z" />
              </svg>
            )}
            {stands !== stood && <span class="was"> was {whatChanged(stood, stands)}</span>}
          </span>
          <span class="process-says">{stands}</span>
        </th>
      </tr>
      {now.pages.map((_, page) => (
        <PageRow key={page} process={index} page={page} now={now} was={was} broken={broken} />
      ))}
    </tbody>
  );
}

/** Of what stood in a line, the parts that no longer do. */
const whatChanged = (stood: string, stands: string) => {
  const still = stands.split(', ');
  return (
    stood
      .split(', ')
      .filter((part) => !still.some((it) => it.endsWith(part)))
      .join(', ') || stood
  );
};

function PageRow({ process, page, now, was, broken }: Props & { readonly process: number; readonly page: number }) {
  const entry = now.processes[process]!.maps[page] ?? null;
  const old = was.processes[process]!.maps[page] ?? null;
  const [cached, wasCached] = [cachedOf(now, process, page), cachedOf(was, process, page)];
  const stale = isStale(now, process, page);
  const isBroken = (broken.includes(CACHED) && stale) || (broken.includes(SHARED) && entry !== null && isTorn(now, entry));
  return (
    <tr class={classes((entry !== old || cached !== wasCached) && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        <span class="visually-hidden">page </span>
        {page}
      </th>
      <td>
        <Value now={entry} was={old} />
      </td>
      <td class={stale ? 'is-stale' : undefined}>
        {(cached !== null || wasCached !== null) && <Value now={cached} was={wasCached} />}
        {cached === null && wasCached === null && <span class="visually-hidden">nothing</span>}
        {stale && <span class="stale">stale</span>}
      </td>
    </tr>
  );
}

function Value({ now, was }: { readonly now: number | null; readonly was: number | null }) {
  const changed = now !== was;
  return (
    <>
      <span class={classes('window', changed && 'is-changed')}>{now ?? <Nothing />}</span>
      {changed && (
        <span class="was">
          {' was '}
          {was ?? <Nothing />}
        </span>
      )}
    </>
  );
}

/** A dash to the eye. */
function Nothing() {
  return (
    <>
      <span aria-hidden="true">{'\u2013'}</span>
      <span class="visually-hidden">nothing</span>
    </>
  );
}

/** Filled, as the kernel is everywhere; the line above it is kept by the hardware. */
function KernelHalf({ now, was, broken }: Props) {
  const changed = now.kernelPage !== was.kernelPage;
  const isBroken = broken.includes(KERNEL);
  return (
    <tbody class="kernel-half">
      <tr class={classes(changed && 'is-changed', isBroken && 'is-broken')}>
        <th scope="rowgroup" colSpan={3}>
          <span class="kernel-block">
            <span>
              Kernel half
              {changed && <span class="kernel-says"> was {was.kernelPage ? 'mapped' : 'unmapped'}</span>}
            </span>
            <span class="kernel-says">
              {now.kernelPage ? 'a page mapped' : 'nothing mapped'}, {isBroken ? 'not the same for all' : 'shared by all'}
            </span>
          </span>
        </th>
      </tr>
    </tbody>
  );
}

function Frames({ now, was, broken, caption }: Props & { readonly caption: string }) {
  return (
    <table class="frames">
      <caption class="visually-hidden">{`Frames ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Frame</th>
          <th scope="col">
            <span class="visually-hidden">Is</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {now.frames.map(({ is }, i) => {
          const old = was.frames[i]!.is;
          return (
            <tr key={i} class={classes(is !== old && 'is-changed', broken.includes(SHARED) && isTorn(now, i) && 'is-broken')}>
              <th scope="row">
                <span class={classes('frame-cell', `is-${is}`, is !== old && 'is-new')}>{i}</span>
              </th>
              <td>
                {is}
                {is !== old && <span class="was"> was {old}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export const view = withNames({ Picture, explain: (rule, now) => explain(rule, spacesIn(now)) }, Object.keys(model.model.always));
