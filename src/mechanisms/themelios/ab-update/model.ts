/**
 * Updating a node by whole images: one slot is in use while the other is overwritten, tried, and confirmed or rolled back.
 * Stands for: illustration. Documented is the wish alone: two partitions with whole images (line 162 of the milestones) and roll-back
 * without help (line 163); in the document that was found later, `docs/src/milestones.md` at cb5ba9d3, lines 316-317, under a phase that is
 * not started (307).
 * Differs: no updater was found. The build tool knows no option for an update (`xtask/src/main.rs` at ccf70a16, lines 96-136). A comment in
 * the kernel speaks of two partitions (`kernel/src/fs/mod.rs` at 648204ba, lines 8-10); no code was seen that has them.
 * Made up: the boot record, its tries, the watchdog and every fault, after what others do.
 */
import { id, mechanism, oneOf, option, range, type RowIn, type StateIn, table } from '../../../engine/language.ts';

const slot = id('slot');
const quality = oneOf('broken', 'working');

const node = mechanism({
  parameters: {
    blocks: { label: 'Blocks of an image', least: 1, most: 8, default: 2 },
    tries: { label: 'Tries', least: 1, most: 4, default: 2 },
  },
  faults: {
    marksGoodEarly: 'A new image becomes the one to fall back to before it has run.',
    writesRunning: { doc: 'An update may overwrite the slot in use.', drops: 'the slot is not in use' },
    updatesOnTrial: { doc: 'An update may begin while the last one is on trial.', drops: 'no image is on trial' },
    skipsCheck: { doc: 'An image is put on trial without a look at whether all of it is there.', drops: 'the image is whole' },
    countsNoTries: 'The boot loader does not count its tries.',
  },
  state: ({ blocks, tries }) => ({
    slots: table(slot, 2, {
      blocks: range(0, blocks), // so many of its image are written
      image: quality, // whether it runs once it is whole
    }),
    fallback: slot, // boot record: the slot that was confirmed last
    trial: option(slot), // boot record: the slot to start first
    triesLeft: range(0, tries), // boot record
    running: option(slot), // null while the node is down
    writing: option(slot), // known to the running node alone
  }),
  start: (s, { blocks }) => {
    const [built] = s.slots;
    built!.blocks = blocks;
    built!.image = 'working';
    s.fallback = built!;
    s.running = built!;
  },
});

type Slot = RowIn<typeof node, 'slot'>;
type Node = StateIn<typeof node>;

const isWhole = ({ blocks: written }: Slot, blocks: number) => written === blocks;
const works = (it: Slot, blocks: number) => isWhole(it, blocks) && it.image === 'working';

const isInUse = ({ it }: { readonly it: Slot }, s: Node) => s.running === it;
const isUp = (_: object, s: Node) => s.running !== null;

/** An update that was under way is forgotten: only the boot record and the slots outlast it. */
const goDown = (s: Node) => {
  s.running = null;
  s.writing = null;
};

const download = node.action({
  says: 'An update begins to overwrite {to} with a {image} image.',
  args: { to: slot, image: quality },
  when: {
    'the node runs': isUp,
    'no update is under way': (_, s) => s.writing === null,
    'no image is on trial': (_, s) => s.trial === null,
    'the slot is not in use': ({ to: target }, s) => s.running !== target,
  },
  then: ({ to: target, image }, s) => {
    s.writing = target;
    target.blocks = 0;
    target.image = image;
  },
});

const write = node.action({
  says: 'A block is written to {to}.',
  args: { to: slot },
  when: {
    'the update writes to this slot': ({ to: target }, s) => s.writing === target,
    'a block is missing': ({ to: target }, _, { blocks }) => target.blocks < blocks,
  },
  then: ({ to: target }) => (target.blocks += 1),
});

const tryNext = node.action({
  says: 'The boot record says to try {it}, and the node restarts.',
  args: { it: slot },
  when: {
    'the update writes to this slot': ({ it }, s) => s.writing === it,
    'the image is whole': ({ it }, _, { blocks }) => isWhole(it, blocks),
  },
  then: ({ it }, s, { tries, marksGoodEarly }) => {
    s.trial = it;
    s.triesLeft = tries;
    if (marksGoodEarly) s.fallback = it;
    goDown(s);
  },
});

const cutPower = node.action({
  says: 'The power fails.',
  when: { 'the node runs': isUp },
  then: (_, s) => goDown(s),
});

const boot = node.action({
  says: 'The boot loader reads its record and starts a slot.',
  fair: 'weak',
  when: { 'the node is down': (_, s) => s.running === null },
  then: (_, s, { countsNoTries }) => {
    if (s.trial !== null && s.triesLeft > 0) {
      s.running = s.trial;
      if (!countsNoTries) s.triesLeft -= 1;
    } else {
      s.running = s.fallback;
      s.trial = null; // rolled back
    }
  },
});

const fail = node.action({
  says: 'The image in {it} does not run, and the watchdog resets the node.',
  args: { it: slot },
  fair: 'weak',
  when: {
    'the slot is in use': isInUse,
    'its image is torn or broken': ({ it }, _, { blocks }) => !works(it, blocks),
  },
  then: (_, s) => goDown(s),
});

const confirm = node.action({
  says: 'The node is well, and {it} becomes the slot to fall back to.',
  args: { it: slot },
  fair: 'weak',
  when: {
    'the slot is in use': isInUse,
    'the slot is on trial': ({ it }, s) => s.trial === it,
    'its image is whole and works': ({ it }, _, { blocks }) => works(it, blocks),
  },
  then: ({ it }, s) => {
    s.fallback = it;
    s.trial = null;
    s.triesLeft = 0;
  },
});

export const model = node.model({
  id: 'themelios/ab-update',
  title: 'A/B update',
  about: {
    question: 'Can half an image be started?',
    group: 'lasting',
    picture: { scenario: 'torn', step: 4 },
    basis: 'illustration',
    standsFor: 'of lines 162 and 163 of the milestones',
    shows: 'why the power may fail at any write, what the boot record has to say and when, how counted tries end in a roll-back',
    leavesOut: "signatures, draining the node, the cluster's disruption budgets, and a write to the boot record that is itself cut short",
    scaledDown: 'an image of 2 blocks and 2 tries here, where a real updater may have any number of both',
  },
  actions: { download, write, tryNext, cutPower, boot, fail, confirm },
  always: {
    'the slot to fall back to holds an image that runs': (s, { blocks }) =>
      s.slots.every((each) => each !== s.fallback || works(each, blocks)),
    'a torn image is never started': (s, { blocks }) => s.slots.every((each) => each !== s.running || isWhole(each, blocks)),
  },
  sometimes: {
    'the power fails while a slot is half written': (s, { blocks }) =>
      s.running === null && s.slots.some((each) => each.blocks > 0 && each.blocks < blocks),
    'a broken image runs': (s) => s.running?.image === 'broken',
    'both slots hold a working image': (s) => s.trial === null && s.slots.every((each) => each.image === 'working'),
    'a working image has used up its tries': (s) => s.running === null && s.trial?.image === 'working' && s.triesLeft === 0,
  },
  eventually: {
    'an image on trial is confirmed or rolled back': { once: (_, s) => s.trial !== null, leadsTo: (_, s) => s.trial === null },
  },
});
