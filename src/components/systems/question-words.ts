/** The questions that are put to every system, in words. */
import type { questions } from '../../schemas/systems.ts';

export const questionWords: Readonly<Record<(typeof questions)[number], string>> = {
  kernel: 'What kind of kernel?',
  privileged: 'What runs privileged?',
  isolation: 'What keeps parts apart?',
  ipc: 'How do parts talk, and what is copied?',
  permissions: 'Who may do what?',
  scheduling: 'Who runs next?',
  memory: 'How is memory handed out?',
  storage: 'Where does data live?',
  network: 'How does it reach a network?',
  compatibility: 'What foreign programs run?',
  update: 'How is it updated?',
  boot: 'How does it boot?',
  targets: 'Where does it run?',
};

/** The same questions in a word or two, for a list of them. */
export const questionNames: Readonly<Record<(typeof questions)[number], string>> = {
  kernel: 'Kernel',
  privileged: 'Privilege',
  isolation: 'Isolation',
  ipc: 'Messages',
  permissions: 'Permissions',
  scheduling: 'Scheduling',
  memory: 'Memory',
  storage: 'Storage',
  network: 'Network',
  compatibility: 'Compatibility',
  update: 'Update',
  boot: 'Boot',
  targets: 'Targets',
};
