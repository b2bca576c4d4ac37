/** Short hashes that tell models, instance tables and states apart. Good against mistakes, not against malice. */
import type { Machine } from '../run/machine.ts';
import { plain, plainFields } from '../state/plain.ts';

/** 24 bits: four characters of a link, and six digits to read. */
export const FINGERPRINT_BITS = 24;

/** Of a text (FNV-1a, its upper bits folded in). */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> FINGERPRINT_BITS)) & (2 ** FINGERPRINT_BITS - 1);
}

/** The entries of a record in the order of their names, which does not depend on where they were written. */
export const byName = <Of>(record: Readonly<Record<string, Of>>): [string, Of][] =>
  Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Of what a model's parameters, faults, actions and their arguments can be, by name: their order means nothing. */
export function versionOf({ mechanism, actions }: Pick<Machine, 'mechanism' | 'actions'>): number {
  const table = actions.map(({ name, params }) => [
    name,
    Object.fromEntries(params.map(({ name: param, kind, domain }) => [param, domain.map((value) => plain(kind, value))])),
  ]);
  const faults = Object.entries(mechanism.faults).map(([name, fault]) => [
    name,
    typeof fault === 'object' && 'times' in fault ? fault.times : 0,
  ]);
  return fingerprint(inOrder([mechanism.parameters, Object.fromEntries(faults), Object.fromEntries(table)]));
}

/** Of the working state, by the names of its fields. */
export const stateFingerprint = ({ schema, state }: Pick<Machine, 'schema' | 'state'>): number =>
  fingerprint(inOrder(plainFields(schema, state)));

/** JSON, with the fields of every record in the order of their names. */
const inOrder = (value: unknown): string => JSON.stringify(value, (_, of: unknown) => (isRecord(of) ? Object.fromEntries(byName(of)) : of));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As links of format 1 and traces before them have it: by the order in the model's file. */
export function formerVersionOf({ mechanism, actions }: Pick<Machine, 'mechanism' | 'actions'>): number {
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

/** As links of format 1 have it: of the packed words. */
export const formerStateFingerprint = ({ words }: Pick<Machine, 'words'>): number => fingerprint(words.join());

/** Six hexadecimal digits. */
export const spelled = (hash: number): string => hash.toString(16).padStart(FINGERPRINT_BITS / 4, '0');
