/** The subjects that a reader of any system looks for, in words. */
import type { subjectNames } from '../../schemas/architecture.ts';

export const subjectWords: Readonly<Record<(typeof subjectNames)[number], string>> = {
  overview: 'Overview',
  principles: 'Principles',
  kernel: 'Kernel and execution',
  memory: 'Memory',
  scheduling: 'Scheduling',
  ipc: 'Messages between processes',
  security: 'Security',
  drivers: 'Drivers',
  storage: 'Storage',
  network: 'Network',
  boot: 'Boot',
  services: 'Services and applications',
  compatibility: 'Compatibility',
  update: 'Update',
  graphics: 'Graphics',
  operations: 'Operations',
};
