/** Short hashes that tell models, instance tables and states apart. Good against mistakes, not against malice. */
import type { Machine } from '../run/machine.ts';
import { plain } from '../state/plain.ts';

/** 24 bits: four characters of a link, and six digits to read. */
export const FINGERPRINT_BITS = 24;

/** Of a text (FNV-1a, its upper bits folded in). */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> FINGERPRINT_BITS)) & (2 ** FINGERPRINT_BITS - 1);
}

/** Of what the numbers in a log and in a configuration mean: actions, domains of their arguments, parameters and faults, in order. */
export function versionOf({ mechanism, actions }: Pick<Machine, 'mechanism' | 'actions'>): number {
  const table = actions.map(({ name, params }) => [
    name,
    params.map(({ name: param, kind, domain }) => [param, domain.map((value) => plain(kind, value))]),
  ]);
  const faults = Object.entries(mechanism.faults).map(([name, fault]) => [
    name,
    typeof fault === 'object' && 'times' in fault ? fault.times : 0,
  ]);
  return fingerprint(JSON.stringify([mechanism.parameters, faults, table]));
}

/** Of the working state. */
export const stateFingerprint = ({ words }: Pick<Machine, 'words'>): number => fingerprint(words.join());

/** Six hexadecimal digits. */
export const spelled = (hash: number): string => hash.toString(16).padStart(FINGERPRINT_BITS / 4, '0');
