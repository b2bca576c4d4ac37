/** The hash of cited lines: twelve digits of a SHA-256 say which of some thousand places changed. */
import { createHash } from 'node:crypto';
import type { PrintOf } from '../../upstream/document.ts';

export const printOf: PrintOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
