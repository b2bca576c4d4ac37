/**
 * Layers of privilege: a container, an app and a command above the services, and the services above the kernel with its devices.
 * Stands for: documented (the primary source, lines 14-47: five layers, and the rule that apps and the container reach nothing but through
 * services that authenticate and authorise; 118-120 for apps; 102 for commands, which have the rights of their user; 165 for policy and
 * brokering; 168-170 for the container, which keeps to the same border and may ask where that is allowed).
 * Differs: at 45fc7afc little of it is found. A generated server accepts and dispatches, and a handler is given no connection by which it could
 * ask who calls (api/service/server.go, 10-18 and 107-131; tools/genapi/main.go, 281-302 and 474-498): the fault `acceptsAnyone`. What keeps
 * users from PID 1 there is the mode of its socket (sbin/init/startup.go, 56), which this model does not have. The desktop tells its clients
 * apart and still finds the window of three requests by its number, whoever owns it (lib/graphics/shell/shell.go, 295-357): `asksNoPolicy`.
 * An app is a plain process of its user (libexec/desktop/apps.go, 248-277), the container is given nodes of the host
 * (libexec/distro/runtime.go, 414-463), and those of input and DRM are open to all (etc/uevent.conf, 78-88): `noBorder`. All are concluded
 * from reading, none was seen to run.
 * Three services accept by themselves and tell their clients apart (shell.go, 107-131), and dbgd asks for a password and then a token
 * (libexec/dbgd/impl.go, 103-148 and 177-191). The container has nodes of graphics and sound there and none of input, which stands for them.
 * Illustration: who gives the permission; that a program names itself and may name another; which program may have which device; that a permission of the container can
 * be withdrawn, and with it what was admitted; that a refusal is answered (the source, 84, has an answer to each request).
 * Not shown: that services start as root, as no other user is set (sbin/init/service/start.go, 29-109), and could each do what another is for.
 */
import { bool, type ConfigIn, id, mechanism, oneOf, option, orderedTable, type RowIn, type StateIn } from '../../../engine/language.ts';

const program = id('program');
const device = oneOf('input', 'disk');

const layers = mechanism({
  parameters: { programs: { label: 'Programs: a container, apps, a command', least: 3, most: 4, default: 3 } },
  faults: {
    acceptsAnyone: 'A service accepts any caller and any request (as PID 1 with those who can open its socket, read at 45fc7afc).',
    believes: { doc: 'A service believes whatever name a caller gives.', drops: 'the program is who it says' },
    asksNoPolicy: {
      doc: 'A service knows who asks, and not whether it may (as the desktop with the number of a window, read at 45fc7afc).',
      drops: 'the policy lets that program have the device',
    },
    noBorder: {
      doc: 'Nothing around an app or a container keeps it from a node (as read at 45fc7afc).',
      drops: 'no sandbox and no container is around it',
    },
    moreThanUser: { doc: 'A command has more than the rights of its user.', drops: 'its node is open to the user' },
    keepsAdmitted: 'What was admitted goes on when the permission is withdrawn.',
    staysSilent: 'A service that does not admit a request says nothing.',
  },
  state: ({ programs }) => ({
    containerMay: bool, // the user lets the container ask for input
    programs: orderedTable(program, programs, {
      request: oneOf('none', 'made', 'admitted', 'served', 'refused'),
      wants: device,
      as: option(program), // who it says it is
      lawful: bool, // the policy let whom it named have the device when the service acted
      touched: oneOf('nothing', 'input', 'disk'), // what it has reached without a service
    }),
  }),
});

type System = StateIn<typeof layers>;
type Program = RowIn<typeof layers, 'program'>;
type Config = ConfigIn<typeof layers>;
type Device = Program['wants'];

/** From the least privilege on: the first is in the container, the last is a command, those between are apps. */
export const layerOf = (index: number, { programs }: Pick<Config, 'programs'>): 'container' | 'app' | 'command' =>
  index === 0 ? 'container' : index === programs - 1 ? 'command' : 'app';
const isCommand = ({ index }: Program, config: Config): boolean => layerOf(index, config) === 'command';

/** The policy of the services: a command may have all that its user has a right to ask for, an app input, the container what it is let. */
const mayHave = ({ index }: Program, what: Device, s: System, config: Config): boolean =>
  layerOf(index, config) === 'command' || (what === 'input' && (index > 0 || s.containerMay));

const isWhoItSays = (it: Program): boolean => it.as === it;
const isCovered = (it: Program, s: System, config: Config): boolean => it.as !== null && mayHave(it.as, it.wants, s, config);

const isUnderWay = ({ request }: Program): boolean => request === 'made' || request === 'admitted';

const ask = layers.action({
  says: '{by} asks the service of {what} to act, and says that it is {as}.',
  args: { by: program, what: device, as: program },
  when: { 'no request of it is under way': ({ by }) => !isUnderWay(by) },
  then: ({ by, what, as }) => {
    by.request = 'made';
    by.wants = what;
    by.as = as;
    by.lawful = false;
  },
});

const admit = layers.action({
  says: 'The service finds out who {by} is, asks its policy, and admits the request.',
  args: { by: program },
  fair: 'strong', // a permission may come and go
  fairFor: ['by'],
  when: {
    'a request is made': ({ by }) => by.request === 'made',
    'the program is who it says': ({ by }, _, { acceptsAnyone }) => acceptsAnyone || isWhoItSays(by),
    'the policy lets that program have the device': ({ by }, s, config) => config.acceptsAnyone || isCovered(by, s, config),
  },
  then: ({ by }) => (by.request = 'admitted'),
});

const refuse = layers.action({
  says: 'The service refuses the request of {by}.',
  args: { by: program },
  fair: 'weak',
  fairFor: ['by'],
  when: {
    'a request is made': ({ by }) => by.request === 'made',
    'it is not who it says, or may not have the device': ({ by }, s, config) => !isWhoItSays(by) || !isCovered(by, s, config),
    'the service answers': (_, _s, { staysSilent }) => !staysSilent,
  },
  then: ({ by }) => (by.request = 'refused'),
});

const act = layers.action({
  says: 'The service acts on the device for {by}, and answers.',
  args: { by: program },
  fair: 'strong',
  fairFor: ['by'],
  when: { 'its request is admitted': ({ by }) => by.request === 'admitted' },
  then: ({ by }, s, config) => {
    by.request = 'served';
    by.lawful = isCovered(by, s, config);
  },
});

const touch = layers.action({
  says: '{by} opens the node of {what} itself.',
  args: { by: program, what: device },
  when: {
    'no sandbox and no container is around it': ({ by }, _, config) => isCommand(by, config),
    'its node is open to the user': ({ what }) => what === 'input',
  },
  then: ({ by, what }) => (by.touched = what),
});

const letContainer = layers.action({
  says: 'The user lets the container ask for input.',
  when: { 'it may not yet': (_, s) => !s.containerMay },
  then: (_, s) => (s.containerMay = true),
});

const shutContainer = layers.action({
  says: 'The user withdraws what the container may, and what was admitted is asked again.',
  when: { 'it may': (_, s) => s.containerMay },
  then: (_, s, { keepsAdmitted }) => {
    s.containerMay = false;
    const container = s.programs[0]!;
    if (container.request === 'admitted' && !keepsAdmitted) container.request = 'made';
  },
});

export const model = layers.model({
  id: 'avyos/privilege-layers',
  title: 'Layers of privilege',
  about: {
    question: 'Is there a way to a device that passes by the service?',
    group: 'access',
    picture: { scenario: 'door', step: 4 },
    basis: 'documented',
    standsFor: 'the layers and their key rule',
    shows: 'five layers, requests that a service checks before it acts, the rights of a user, and a permission that comes and goes',
    leavesOut: 'sockets and their modes, Sutra, which service has which account, namespaces, and what a device does',
    scaledDown: 'many apps there, one here; many devices there, two here; the policy of a service is two lines here',
  },
  actions: { ask, admit, refuse, act, touch, letContainer, shutContainer },
  always: {
    'no app and no container touches a device itself': (s, config) =>
      s.programs.every((it) => it.touched === 'nothing' || isCommand(it, config)),
    'a service acts only for a program that is who it says': (s) => s.programs.every((it) => it.request !== 'served' || it.as === it),
    'a service acts only as its policy lets it': (s) => s.programs.every((it) => it.request !== 'served' || it.lawful),
    'a command touches only what its user may': (s) => s.programs.every((it) => it.touched !== 'disk'),
  },
  sometimes: {
    'a program that names another is refused': (s) => s.programs.some((it) => it.request === 'refused' && it.as !== it),
    'the container is served': (s) => s.programs[0]?.request === 'served',
    'an app is served the device that it does not touch': (s, config) =>
      s.programs.some((it) => it.request === 'served' && it.touched === 'nothing' && layerOf(it.index, config) === 'app'),
  },
  eventually: {
    'who asks is served or refused': { of: program, once: ({ it }) => it.request === 'made', leadsTo: ({ it }) => !isUnderWay(it) },
  },
});
