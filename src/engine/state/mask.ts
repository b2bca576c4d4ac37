/** The lowest `bits` bits of a word. */
export const maskOf = (bits: number): number => (bits === 32 ? -1 : (1 << bits) - 1);
