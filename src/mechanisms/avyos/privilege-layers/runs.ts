/** Runs of `avyos/privilege-layers`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    door: {
      title: 'An app asks for input and an impostor for the disk, and the service serves one and refuses the other',
      // prettier-ignore
      steps: [
        { ask: { by: 1, what: 'input', as: 1 } }, { admit: { by: 1 } }, { ask: { by: 0, what: 'disk', as: 2 } },
        { act: { by: 1 } }, { refuse: { by: 0 } }, { touch: { by: 2, what: 'input' } },
      ],
      ends: 'safe',
    },
    impostor: {
      title: 'The container says that it is the command, and is found out',
      steps: [{ ask: { by: 0, what: 'disk', as: 2 } }, { admit: { by: 0 } }],
      ends: { refused: 'the program is who it says' },
    },
    direct: {
      title: 'An app tries to open a device itself',
      steps: [{ touch: { by: 1, what: 'input' } }],
      ends: { refused: 'no sandbox and no container is around it' },
    },
    allowed: {
      title: 'The container is let ask, is served, and then shut out',
      // prettier-ignore
      steps: [
        { letContainer: {} }, { ask: { by: 0, what: 'input', as: 0 } }, { admit: { by: 0 } }, { act: { by: 0 } },
        { ask: { by: 0, what: 'input', as: 0 } }, { admit: { by: 0 } }, { shutContainer: {} }, { refuse: { by: 0 } },
      ],
      ends: 'safe',
    },
    anyone: {
      title: 'As read at 45fc7afc: a service accepts any caller, and the container has the disk in the name of the command',
      with: { acceptsAnyone: true },
      steps: [{ ask: { by: 0, what: 'disk', as: 2 } }, { admit: { by: 0 } }, { act: { by: 0 } }],
      ends: { violates: 'a service acts only for a program that is who it says' },
    },
    itself: {
      title: 'As read at 45fc7afc: nothing is around an app, and it opens the node of input itself',
      with: { noBorder: true },
      steps: [{ touch: { by: 1, what: 'input' } }],
      ends: { violates: 'no app and no container touches a device itself' },
    },
    known: {
      title: 'A service that knows who asks, and not whether it may',
      with: { asksNoPolicy: true },
      steps: [{ ask: { by: 1, what: 'disk', as: 1 } }, { admit: { by: 1 } }, { act: { by: 1 } }],
      ends: { violates: 'a service acts only as its policy lets it' },
    },
    tooLate: {
      title: 'A permission is withdrawn, and what was admitted goes on',
      with: { keepsAdmitted: true },
      // prettier-ignore
      steps: [
        { letContainer: {} }, { ask: { by: 0, what: 'input', as: 0 } }, { admit: { by: 0 } }, { shutContainer: {} }, { act: { by: 0 } },
      ],
      ends: { violates: 'a service acts only as its policy lets it' },
    },
  },
  expect: [
    { states: 12_180, transitions: 153_370, depth: 12 },
    { with: { acceptsAnyone: true }, violates: 'a service acts only as its policy lets it', steps: 3 },
    { with: { believes: true }, violates: 'a service acts only for a program that is who it says', steps: 3 },
    { with: { asksNoPolicy: true }, violates: 'a service acts only as its policy lets it', steps: 3 },
    { with: { keepsAdmitted: true }, violates: 'a service acts only as its policy lets it', steps: 5 },
    { with: { noBorder: true }, violates: 'no app and no container touches a device itself', steps: 1 },
    { with: { moreThanUser: true }, violates: 'a command touches only what its user may', steps: 1 },
    { with: { staysSilent: true }, violates: 'who asks is served or refused', stem: 1, loop: 2 },
  ],
});
