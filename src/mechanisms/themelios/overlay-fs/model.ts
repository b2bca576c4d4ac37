/**
 * The root file system of a node: a read-only image, and over it in memory what was written since the start.
 * Stands for: documented, lines 51 (a read-only file system) and 52 (a writable layer in memory) of the milestones, and
 * `docs/src/storage.md` at a5457ff1, lines 206-225 (the upper layer first, copy-up, whiteouts). The clamp is that of containers
 * (`docs/src/containers.md` at 7df1bb85, lines 85-89; `kernel/src/path.rs` at 7781863d, lines 44-52), whose root is a directory of another
 * volume (`containers.md`, 99-104); it stands here because both decide what a path finds.
 * Observed: in `servers/overlay-server/src/main.rs` at 89889d4d, its limits (51-55), open (302-327), read (329-350), write (352-409),
 * create (424-429), unlink (437-446). The heap that the server gets at boot is smaller than its budget (`kernel/src/fs/mod.rs` at 648204ba,
 * lines 461-472).
 * Differs: no commit that was read does what the model does without faults, as the two concluded ones say. Create and unlink ask for
 * nothing there, and create empties a file that is there, without giving its bytes back to the budget; the open of Linux asks before it
 * creates (`kernel/src/linux/fs.rs` at 7781863d, lines 141-152). Removing a directory hides its name alone: what lies in it is still found
 * in the image (302-327). Two dots are left as they are (181-195). No call was found that has a file removed: `kernel/src/fs/mod.rs` was read
 * to its end, and the tables of the Linux calls (`kernel/src/linux/fs.rs`, 103-121; `kernel/src/linux/syscall.rs` at a1f32b93, 99-152).
 * Faults concluded: `copiesOverWhiteout`. Only a copy in memory keeps a write from copying up (366-388); a handle that was opened on a copy
 * finds an empty file instead (385-388). `readsBelow`: a handle that was opened on the image reads there (346), until it copies up itself
 * (366-383). Neither was seen running.
 * Made up: `writesThrough`, `copiesUpLate`, `forgetsWhiteout` and `climbsOut`.
 */
import {
  bool,
  clear,
  type ConfigIn,
  flags,
  id,
  mechanism,
  oneOf,
  option,
  type RowIn,
  type StateIn,
  table,
} from '../../../engine/language.ts';

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
    copiesOverWhiteout: 'A write through a handle copies the file up although it was removed (concluded from reading).',
    readsBelow: 'A handle opened on the image reads there, even when another has copied the file up (concluded from reading).',
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
    handles: table(handle, handles, {
      to: option(file),
      below: bool, // it was opened on the image, and has not copied up
      behind: bool, // ghost: it reads the image, although memory holds the file
    }),
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
type Overlay = StateIn<typeof overlay>;
type Config = ConfigIn<typeof overlay>;
interface At {
  readonly at: File['path'];
}

/** At the root, two dots lead to the root. */
const fileAt = ({ at }: At, s: Overlay, { climbsOut }: Config): File => {
  const found = at === '/../motd' && !climbsOut ? '/motd' : at;
  return s.files.find((each) => each.path === found)!;
};

const isSomewhere = (it: File) => it.upper === 'copy' || it.inImage;
const exists = (it: File) => isSomewhere(it) && it.upper !== 'whiteout';
const hasRoom = (s: Overlay, room: number) => s.files.filter((each) => each.upper === 'copy').length < room;

/** Memory holds the file from now on, and every read looks there first. */
const cover = (it: File, s: Overlay, { readsBelow }: Config) => {
  it.upper = 'copy';
  for (const each of s.handles) each.behind ||= readsBelow && each.below && each.to === it;
};

/** Memory drops all that it holds for a file. */
const drop = (it: File) => {
  it.upper = 'nothing';
  it.copied = false;
  it.written = parts.none;
  it.sent = parts.none;
  it.removed = false;
};

const open = overlay.action({
  says: 'The process opens {at} as {as}.',
  args: { at: path, as: handle },
  when: {
    'no whiteout hides the file': (args, s, config) => fileAt(args, s, config).upper !== 'whiteout',
    'memory or the image has the file': (args, s, config) => isSomewhere(fileAt(args, s, config)),
  },
  then: ({ at, as: opened }, s, config) => {
    clear(opened);
    opened.to = fileAt({ at }, s, config);
    opened.below = opened.to.upper === 'nothing';
  },
});

const create = overlay.action({
  says: 'The process creates {at}, empty.',
  args: { at: path },
  when: {
    'the name is free': (args, s, config) => !exists(fileAt(args, s, config)),
    'memory has room': (_, s, { room }) => hasRoom(s, room),
  },
  then: (args, s, config) => {
    const it = fileAt(args, s, config);
    cover(it, s, config);
    it.removed = false;
  },
});

const write = overlay.action({
  says: 'The process writes the {some} of the file behind {through}.',
  args: { through: handle, some: part },
  when: {
    'the handle is open': ({ through }) => through.to !== null,
    'no whiteout hides the file': ({ through }, _, { copiesOverWhiteout }) => copiesOverWhiteout || through.to?.upper !== 'whiteout',
    'memory has room': ({ through }, s, { room }) => through.to?.upper === 'copy' || hasRoom(s, room),
  },
  then: ({ through, some: half }, s, config) => {
    const it = through.to!;
    const isFirst = it.upper !== 'copy';
    if (isFirst && config.writesThrough) {
      it.changed = true;
      return;
    }
    if (isFirst) {
      it.copied = through.below; // otherwise it begins empty
      through.below = false;
      cover(it, s, config);
    }
    it.sent = it.sent.with(half);
    it.written = it.written.with(half);
    if (isFirst && config.copiesUpLate) it.written = parts.none; // the old bytes came last
  },
});

const unlink = overlay.action({
  says: 'The process removes {at}.',
  args: { at: path },
  when: {
    'no whiteout hides the file': (args, s, config) => fileAt(args, s, config).upper !== 'whiteout',
    'memory or the image has the file': (args, s, config) => isSomewhere(fileAt(args, s, config)),
  },
  then: (args, s, config) => {
    const it = fileAt(args, s, config);
    drop(it);
    if (!config.forgetsWhiteout) it.upper = 'whiteout';
    it.removed = true;
  },
});

const restart = overlay.action({
  says: 'The node restarts, and memory is empty.',
  then: (_, s) => {
    for (const each of s.handles) clear(each);
    for (const each of s.files) drop(each);
  },
});

export const model = overlay.model({
  id: 'themelios/overlay-fs',
  title: 'Overlay file system',
  about: {
    question: 'Can a write reach the image that must not change?',
    group: 'lasting',
    picture: { scenario: 'ephemeral', step: 2 },
    basis: 'documented',
    standsFor: 'lines 51 and 52 of the milestones',
    shows: 'copy-up before a write, whiteouts that hide, memory that runs out, a restart that forgets, dots that stop at the root',
    leavesOut:
      'reads and listings (the picture is what they give), lengths, directories, a second process, closing a file, and the heap of the server, which at boot is smaller than its budget',
    scaledDown: 'a budget of 8 MiB, and 1 MiB for a file that is copied up, there; one file of two parts here',
  },
  actions: { open, create, write, unlink, restart },
  always: {
    'the image never changes': (s) => s.files.every((each) => !each.changed),
    'a write stays until the file goes': (s) => s.files.every((each) => each.sent.isSubsetOf(each.written)),
    'what was removed stays hidden': (s) => s.files.every((each) => !(each.removed && exists(each))),
    'an open file reads what was written': (s) => s.handles.every((each) => !each.behind),
    'nothing above the root is opened': (s) => s.handles.every((each) => each.to?.path !== '/../motd'),
  },
  sometimes: {
    'a whiteout hides a file of the image': (s) => s.files.some((each) => each.inImage && each.upper === 'whiteout'),
    'a copy holds old bytes beside new ones': (s) => s.files.some((each) => each.copied && each.written.size === 1),
    'an empty file stands where one of the image did': (s) => s.files.some((each) => each.inImage && each.upper === 'copy' && !each.copied),
    'a handle outlives its file': (s) => s.handles.some((each) => each.to?.upper === 'whiteout'),
  },
});
