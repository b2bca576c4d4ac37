/**
 * The root file system of a node: a read-only image, and over it in memory what was written since the start.
 * Stands for: documented behaviour of phase 3 for the two layers. Copy-up and whiteouts are observed in docs/src/storage.md@a5457ff1 and
 * servers/overlay-server/src/main.rs@89889d4d, which does not ask whether a name is free or there. The clamp is that of containers
 * (docs/src/containers.md@7df1bb85), whose root is a directory of another volume; it stands here because both decide what a path finds.
 */
import { bool, flags, id, mechanism, oneOf, option, type RowIn, table } from '../../../engine/language.ts';

const file = id('file');
const handle = id('handle');
const path = oneOf('/motd', '/notes', '/../motd'); // in the image; a new name; in the image too, above the root of the process
const part = oneOf('head', 'tail');
const parts = flags('head', 'tail');

const overlay = mechanism({
  parameters: {
    room: { label: 'Files that memory holds', least: 1, most: 2, default: 1 },
    handles: { label: 'Handles', least: 1, most: 3, default: 2 },
  },
  faults: {
    writesThrough: 'A file of the image is written where it lies.',
    copiesUpLate: 'The image is copied up after the write, over what was written.',
    forgetsWhiteout: 'Removing a file drops its copy and leaves no whiteout.',
    copiesOverWhiteout: 'A write through a handle copies the file up although it was removed (as read upstream).',
    climbsOut: 'Two dots lead from the root to the directory above.',
  },
  state: ({ handles }) => ({
    files: table(file, 3, {
      path,
      inImage: bool,
      changed: bool, // ghost: its bytes in the image are no longer those that were built
      upper: oneOf('nothing', 'copy', 'whiteout'), // what memory holds for it
      copied: bool, // the copy began with the bytes of the image, not empty
      written: parts, // the parts of the copy that hold new bytes
      sent: parts, // ghost: the parts that were written since the file came to be
      removed: bool, // ghost: it was removed and not created again
    }),
    handles: table(handle, handles, { to: option(file) }),
  }),
  start: (s) => {
    const [motd, notes, above] = s.files;
    motd!.inImage = true;
    notes!.path = '/notes';
    above!.path = '/../motd';
    above!.inImage = true;
  },
});

type File = RowIn<typeof overlay, 'file'>;

/** At the root, two dots lead to the root. */
const lookUp = (files: readonly File[], wanted: File['path'], climbsOut: boolean) =>
  files.find((each) => each.path === (wanted === '/../motd' && !climbsOut ? '/motd' : wanted))!;

const has = (it: File) => it.upper === 'copy' || it.inImage;
const exists = (it: File) => has(it) && it.upper !== 'whiteout';
const copies = (files: readonly File[]) => files.filter((each) => each.upper === 'copy').length;

const open = overlay.action({
  says: 'The process opens {at} as {as}.',
  args: { at: path, as: handle },
  when: {
    'no whiteout hides the file': ({ at }, s, { climbsOut }) => lookUp(s.files, at, climbsOut).upper !== 'whiteout',
    'memory or the image has the file': ({ at }, s, { climbsOut }) => has(lookUp(s.files, at, climbsOut)),
  },
  then: ({ at, as }, s, { climbsOut }) => (as.to = lookUp(s.files, at, climbsOut)),
});

const create = overlay.action({
  says: 'The process creates {at}, empty.',
  args: { at: path },
  when: {
    'the name is free': ({ at }, s, { climbsOut }) => !exists(lookUp(s.files, at, climbsOut)),
    'memory has room': (_, s, { room }) => copies(s.files) < room,
  },
  then: ({ at }, s, { climbsOut }) => {
    const it = lookUp(s.files, at, climbsOut);
    it.upper = 'copy';
    it.removed = false;
  },
});

const write = overlay.action({
  says: 'The process writes the {some} of the file behind {through}.',
  args: { through: handle, some: part },
  when: {
    'the handle is open': ({ through }) => through.to !== null,
    'no whiteout hides the file': ({ through }, _, { copiesOverWhiteout }) => copiesOverWhiteout || through.to?.upper !== 'whiteout',
    'memory has room': ({ through }, s, { room }) => through.to?.upper === 'copy' || copies(s.files) < room,
  },
  then: ({ through, some }, _, { writesThrough, copiesUpLate }) => {
    const it = through.to!;
    const copiesUp = it.upper !== 'copy';
    if (copiesUp && writesThrough) {
      it.changed = true;
      return;
    }
    if (copiesUp) it.copied = it.inImage;
    it.upper = 'copy';
    it.sent = it.sent.with(some);
    it.written = copiesUp && copiesUpLate ? parts.none : it.written.with(some);
  },
});

const empty = (it: File, upper: File['upper']) => {
  it.upper = upper;
  it.copied = false;
  it.written = parts.none;
  it.sent = parts.none;
  it.removed = false;
};

const unlink = overlay.action({
  says: 'The process removes {at}.',
  args: { at: path },
  when: {
    'no whiteout hides the file': ({ at }, s, { climbsOut }) => lookUp(s.files, at, climbsOut).upper !== 'whiteout',
    'memory or the image has the file': ({ at }, s, { climbsOut }) => has(lookUp(s.files, at, climbsOut)),
  },
  then: ({ at }, s, { climbsOut, forgetsWhiteout }) => {
    const it = lookUp(s.files, at, climbsOut);
    empty(it, forgetsWhiteout ? 'nothing' : 'whiteout');
    it.removed = true;
  },
});

// prettier-ignore
const restart = overlay.action({
  says: 'The node restarts, and memory is empty.',
  then: (_, s) => { for (const each of s.handles) each.to = null; for (const each of s.files) empty(each, 'nothing'); },
});

export const model = overlay.model({
  id: 'themelios/overlay-fs',
  title: 'Overlay file system',
  about: {
    basis: 'documented',
    standsFor: 'phase 3, two layers',
    shows: 'copy-up before a write, whiteouts that hide, memory that runs out, a restart that forgets, dots that stop at the root',
    leavesOut: 'reads and listings (the picture is what they give), lengths, directories, and a second process',
    scaledDown: 'memory holds 8 MiB and copies up files of up to 1 MiB there; one file of two parts here',
  },
  actions: { open, create, write, unlink, restart },
  always: {
    'the image never changes': (s) => s.files.every((each) => !each.changed),
    'a write stays until the file goes': (s) => s.files.every((each) => each.sent.isSubsetOf(each.written)),
    'what was removed stays hidden': (s) => s.files.every((each) => !(each.removed && exists(each))),
    'nothing above the root is opened': (s) => s.handles.every((each) => each.to?.path !== '/../motd'),
  },
  sometimes: {
    'a whiteout hides a file of the image': (s) => s.files.some((each) => each.inImage && each.upper === 'whiteout'),
    'a copy holds old bytes beside new ones': (s) => s.files.some((each) => each.copied && each.written.size === 1),
    'an empty file stands where one of the image did': (s) => s.files.some((each) => each.inImage && each.upper === 'copy' && !each.copied),
    'a handle outlives its file': (s) => s.handles.some((each) => each.to?.upper === 'whiteout'),
  },
});
