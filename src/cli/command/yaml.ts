/** A text as YAML, in quotation marks that need no escapes but their own. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
