/**
 * Address spaces: the page tables of each process one below the other, isolated, over the kernel half that all share;
 * lines from the entries to the frames. Beside an entry stands what the processor remembers of it: a remembered frame that
 * the entry no longer names has a line of its own, crossed out.
 */
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { StandingLine } from '../../../drawing/StandingLine.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { Wires, type Wire } from '../../../drawing/Wires.tsx';
import { classes, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';
import { cachedOf, frameSays, kernelSays, processorSays, staleSays, standing, wasRunning, type Spaces } from './spaces.ts';

type Model = typeof model;

const words: View<Model>['words'] = {
  'a frame is mapped in two processes only if it is shared': ({ now, rows }) => sentences(rows('frame'), (i) => frameSays(now, i)),
  'the kernel half is the same in every address space': ({ now, rows }) => kernelSays(now, rows('process')),
  'what is cached is what the loaded tables say': ({ now, rows }) => sentences(rows('page'), (i) => staleSays(now, i)),
  'a process has its tables until all its tasks are dead': ({ rows }) =>
    sentences(rows('process'), (i) => `A task of process ${i} is alive, and the tables of the process are freed.`),
  'the tables that are loaded exist': ({ rows }) =>
    sentences(rows('process'), (i) => `The processor walks the tables of process ${i}, which are freed.`),
};

/** What breaks a rule, as the parts of the picture ask for it. */
interface Broken {
  /** Mapped by two processes though not shared. */
  readonly frames: readonly number[];
  /** Remembered otherwise than the loaded tables say. */
  readonly pages: readonly number[];
  /** Without the tables, or without the kernel half, that they should have. */
  readonly processes: readonly number[];
  readonly kernelHalf: boolean;
}

function brokenIn(broken: PictureProps<Model>['broken']): Broken {
  const rules = [
    'the kernel half is the same in every address space',
    'a process has its tables until all its tasks are dead',
    'the tables that are loaded exist',
  ] as const;
  return {
    frames: brokenRows(broken, 'frame'),
    pages: brokenRows(broken, 'page'),
    processes: rules.flatMap((rule) => brokenRows(broken, 'process', rule)),
    kernelHalf: breaks(broken, 'the kernel half is the same in every address space'),
  };
}

const HEAD = 44;
const ROW = 32;
const KERNEL_ROW = 44;
const FRAME = 52;

interface Props {
  readonly now: Spaces;
  readonly was: Spaces;
  readonly broken: Broken;
}

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const was = before ?? now;
  const props = { now, was, broken: brokenIn(broken) };
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
      <StandingLine isChanged={says !== processorSays(was)} isBroken={breaks(broken, 'the tables that are loaded exist')}>
        <span>{says}</span>
        {now.running !== was.running && <span class="was">was {wasRunning(was)}</span>}
      </StandingLine>
    </div>
  );
}

const processAt = ({ pages }: Spaces, i: number) => i * (HEAD + pages.length * ROW);
const heightOf = (s: Spaces) => processAt(s, s.processes.length) + KERNEL_ROW;
const frameAt = (i: number) => (i + 0.5) * FRAME;

/** A translation that the loaded tables do not bear out. */
const isStale = ({ now, broken }: Props, process: number, page: number) => now.loaded === process && broken.pages.includes(page);

function wiresOf(props: Props): Wire[] {
  const { now, was, broken } = props;
  return now.processes.flatMap(({ maps }, i) =>
    maps.flatMap((frame, page): Wire[] => {
      const from = processAt(now, i) + HEAD + (page + 0.5) * ROW;
      const old = was.processes[i]!.maps[page] ?? null;
      const wires: Wire[] = [];
      if (isStale(props, i, page)) wires.push({ from, to: frameAt(cachedOf(now, i, page)!), as: 'broken' });
      else if (old !== null && old !== frame) wires.push({ from, to: frameAt(old), as: 'gone' });
      if (frame !== null)
        wires.push({ from, to: frameAt(frame), as: broken.frames.includes(frame) ? 'broken' : old === frame ? 'kept' : 'new' });
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
      <tr class={classes('process-head', stands !== stood && 'is-changed', broken.processes.includes(index) && 'is-broken')}>
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
  const stale = isStale({ now, was, broken }, process, page);
  const isBroken = stale || (entry !== null && broken.frames.includes(entry));
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
  const isBroken = broken.kernelHalf;
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
            <tr key={i} class={classes(is !== old && 'is-changed', broken.frames.includes(i) && 'is-broken')}>
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

export const view: View<Model> = { Picture, words };
