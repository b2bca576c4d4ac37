/** The day of an observation, in words that stand behind a comma. */
export const dayWords = (asOf: string): string => (asOf === 'undated' ? 'undated copy' : asOf);
