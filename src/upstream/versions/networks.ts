/**
 * A list of the networks on which a system is deployed, as Zero-OS has it: below a heading that names networks a sentence that says so, and
 * an item for each that begins with its name. Leaves out what a network is for.
 */
import type { PlatformState } from '../../schemas/platforms.ts';
import type { Piece } from '../pieces.ts';

export interface Network {
  /** The piece of its item. */
  readonly piece: number;
  /** Its name without the word for a network: what stays when `test network` becomes `testnet`. */
  readonly name: string;
  /** Undefined where no sentence says that the system is deployed on what the list names. */
  readonly state: PlatformState | undefined;
  /** The piece of that sentence. */
  readonly told: number | undefined;
}

const heading = /\bnetworks$/i;
const itemOfNetwork = /^([a-z][\w-]*?)[ -]?net(?:work)?:\s/i;
const saysDeployed = /\bdeployed on\b/i;
const saysNotYet = /\bnot (?:yet )?live\b/i;

export function networksIn(pieces: readonly Piece[]): Network[] {
  let under = false;
  let told: number | undefined;
  return pieces.flatMap(({ kind, text }, piece): Network[] => {
    if (kind === 'heading') [under, told] = [heading.test(text), undefined];
    else if (under && kind === 'prose' && saysDeployed.test(text)) told = piece;
    const name = under && kind === 'item' ? itemOfNetwork.exec(text)?.[1] : undefined;
    if (name === undefined) return [];
    const state = told === undefined ? undefined : saysNotYet.test(text) ? 'planned' : 'supported';
    return [{ piece, name: name.toLowerCase(), state, told }];
  });
}
