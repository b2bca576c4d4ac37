/** Compares texts by their code units, the same on every machine: for the order of ids, names and days. */
export const inAlphabet = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
