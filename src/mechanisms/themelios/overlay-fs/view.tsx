/**
 * The overlay file system: one row a path, its layers from the image upwards, and what a reader sees who looks down
 * through them. The line runs from the layer that is seen to the reader; a whiteout stops it. The open handles stand below.
 */
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { Facts } from '../../../drawing/Facts.tsx';
import { Glyph, type GlyphName } from '../../../drawing/Glyph.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, listed, same, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';
import { copiesIn, inImage, inMemory, isAbove, isReached, lost, PARTS, seen, type Bytes, type Content, type Overlay } from './layers.ts';

type Model = typeof model;

const words: View<Model>['words'] = {
  'the image never changes': ({ now, rows }) =>
    sentences(rows('file'), (i) => `The image of ${now.files[i]!.path} was written to, and no longer holds what was built.`),
  'a write stays until the file goes': ({ now, rows }) =>
    sentences(rows('file'), (i) => {
      const file = now.files[i]!;
      return `The ${listed(lost(file))} of ${file.path} was written, and memory does not hold the new bytes.`;
    }),
  'what was removed stays hidden': ({ now, rows }) =>
    sentences(rows('file'), (i) => {
      const { path, upper } = now.files[i]!;
      return upper === 'copy'
        ? `The file ${path} was removed, and memory holds a copy of it again.`
        : `The file ${path} was removed, and a reader sees the one in the image: memory has no whiteout for it.`;
    }),
  'an open file reads what was written': ({ now, rows }) =>
    sentences(
      rows('handle'),
      (i) => `Handle ${i} reads the image of ${pathOf(now, now.handles[i]!.to)}, and memory holds what was written.`,
    ),
  'nothing above the root is opened': ({ now, rows }) =>
    sentences(
      rows('handle'),
      (i) => `Handle ${i} is open on ${pathOf(now, now.handles[i]!.to)}, which lies above the root of the process.`,
    ),
};

function Picture({ now, before, broken, caption, config }: PictureProps<Model>) {
  const was = before ?? now;
  const [files, handles] = [brokenRows(broken, 'file'), brokenRows(broken, 'handle')];
  const climbs = breaks(broken, 'nothing above the root is opened');
  return (
    <div class="overlay">
      <table class="layers">
        <caption class="visually-hidden">{`Paths ${caption}`}</caption>
        <thead>
          <tr>
            <th scope="col">Path</th>
            <th scope="col">Image</th>
            <th scope="col">
              Memory<span class="layers-above"> above</span>
            </th>
            <th scope="col">A reader sees</th>
          </tr>
        </thead>
        <tbody>
          {now.files.map((file, i) => {
            const isBroken = files.includes(i) || (climbs && isAbove(file) && isReached(now, i));
            return <PathRow key={file.path} index={i} now={now} was={was} isBroken={isBroken} />;
          })}
        </tbody>
      </table>
      <Facts
        caption={`Memory ${caption}`}
        facts={[{ name: 'Files in memory', now: copiesIn(now), was: copiesIn(was), isCount: true, of: config.room }]}
      />
      <Handles now={now} was={was} broken={handles} caption={caption} />
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly now: Overlay;
  readonly was: Overlay;
  readonly isBroken: boolean;
}

function PathRow({ index, now, was, isBroken }: RowProps) {
  const file = now.files[index]!;
  const old = was.files[index]!;
  const [layers, oldLayers] = [layersOf(now, index), layersOf(was, index)];
  const reached = isReached(now, index);
  const through = file.inImage && reached && file.upper !== 'copy';
  return (
    <tr class={classes(!same(layers, oldLayers) && 'is-changed', isBroken && 'is-broken', isAbove(file) && 'is-above')}>
      <th scope="row">
        <code>{file.path}</code>
        {isAbove(file) && <span class="layer-says">above the root</span>}
      </th>
      <Layer now={layers.image} was={oldLayers.image} after={through} />
      <Layer
        now={layers.memory}
        was={oldLayers.memory}
        before={through}
        after={reached && (file.upper === 'copy' || (through && file.upper === 'nothing'))}
        isCover={file.upper === 'whiteout'}
        wasCover={old.upper === 'whiteout'}
      />
      <Layer now={layers.reader} was={oldLayers.reader} isSeen={layers.reader.bytes.length > 0} />
    </tr>
  );
}

const layersOf = (overlay: Overlay, i: number) => ({
  image: inImage(overlay.files[i]!),
  memory: inMemory(overlay.files[i]!),
  reader: seen(overlay, i),
});

interface LayerProps {
  readonly now: Content;
  readonly was: Content;
  /** The line of sight comes in from the layer below, goes on to the next column, or ends here at a reader. */
  readonly before?: boolean;
  readonly after?: boolean;
  readonly isSeen?: boolean;
  readonly isCover?: boolean;
  readonly wasCover?: boolean;
}

function Layer({ now, was, before, after, isSeen, isCover, wasCover }: LayerProps) {
  const isGone = now.bytes.length === 0 && !isCover && !isSeen;
  const ghosts = isGone ? was.bytes : [];
  return (
    <td>
      <span class="visually-hidden">{now.bytes.map((bytes, i) => `${PARTS[i]} ${spoken[bytes]}, `)}</span>
      <span class={classes('layer', isSeen && 'is-seen', isCover && before && 'is-stopped')} aria-hidden="true">
        {isSeen && <span class="sight-head" />}
        {isCover ? <span class="cover" /> : now.bytes.map((bytes, i) => <Part key={i} bytes={bytes} was={was.bytes[i]} />)}
        {ghosts.map((bytes, i) => (
          <span key={i} class="bytes is-gone">
            {letters[bytes]}
          </span>
        ))}
        {isGone && wasCover && <span class="cover is-gone" />}
        {((before && !isCover && now.bytes.length === 0 && ghosts.length === 0 && !wasCover) || after) && <span class="sight" />}
      </span>
      <span class="layer-says">
        {now.says}
        {now.says !== was.says && <span class="was"> was {was.says}</span>}
      </span>
    </td>
  );
}

const spoken: Readonly<Record<Bytes, string>> = {
  old: 'old',
  new: 'new',
  empty: 'empty',
  lost: 'old, though written',
  changed: 'not as built',
};

/** What is written in a cell. */
const letters: Readonly<Record<Bytes, string>> = { old: 'old', new: 'new', empty: '', lost: 'old', changed: '' };

function Part({ bytes, was }: { readonly bytes: Bytes; readonly was: Bytes | undefined }) {
  return (
    <span class={classes('bytes', bytes === 'changed' ? 'is-lost' : `is-${bytes}`, bytes !== was && 'is-changed')}>{letters[bytes]}</span>
  );
}

interface HandlesProps {
  readonly now: Overlay;
  readonly was: Overlay;
  /** Those that break a rule. */
  readonly broken: readonly number[];
  readonly caption: string;
}

function Handles({ now, was, broken, caption }: HandlesProps) {
  const isUnused = [...now.handles, ...was.handles].every(({ to }) => to === null);
  return (
    <table class={classes('plain-table open-handles', isUnused && 'is-unused')}>
      <caption class="visually-hidden">{`Handles ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Handle</th>
          <th scope="col">Open on</th>
          <th scope="col">
            <span class="visually-hidden">Its file</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {now.handles.map((handle, i) => {
          const { to } = handle;
          const wasTo = was.handles[i]?.to ?? null;
          const { glyph, says } = standing(now, handle);
          return (
            <tr key={i} class={classes(to !== wasTo && 'is-changed', broken.includes(i) && 'is-broken')}>
              <th scope="row">{i}</th>
              <td>
                <span class={classes('window', to !== wasTo && 'is-changed')}>{pathOf(now, to)}</span>
              </td>
              <td class={`is-${glyph}`}>
                <Glyph name={glyph} /> {says}
                {to !== wasTo && <span class="was"> was {wasTo === null ? 'not open' : pathOf(was, wasTo)}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const pathOf = ({ files }: Overlay, to: number | null) => (to === null ? '\u2013' : files[to]!.path);

function standing(
  overlay: Overlay,
  { to, below, behind }: Overlay['handles'][number],
): { readonly glyph: GlyphName; readonly says: string } {
  if (to === null) return { glyph: 'planned', says: 'not open' };
  if (isAbove(overlay.files[to]!)) return { glyph: 'violated', says: 'above the root' };
  if (overlay.files[to]!.upper === 'whiteout') return { glyph: 'refused', says: 'its file is removed' };
  if (behind) return { glyph: 'violated', says: 'reads the image still' };
  return { glyph: 'complete', says: below && overlay.files[to]!.upper === 'nothing' ? 'open, on the image' : 'open, in memory' };
}

export const view: View<Model> = { Picture, words };
