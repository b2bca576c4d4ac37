/** How much content there may be. Each bound is far above what is needed, and keeps a bad file from costing more than a moment. */

/** Bytes of one file. */
export const mostBytes = 256 * 1024;
/** Bytes of all files together. */
export const mostBytesInAll = 32 * 1024 * 1024;
/** Files and folders below src/content. */
export const mostFiles = 10_000;
/** Folders within folders below src/content. */
export const deepestFolder = 8;
/** Lists and maps within each other in a record. */
export const deepestNesting = 16;
/** Characters of a text, and of a title, a label, a term or a name. */
export const longestText = 4_000;
export const longestTitle = 200;
/** The fields that hold a title or the like. */
export const titleFields: readonly string[] = ['title', 'label', 'term', 'name'];
/** Problems that are told at once: the first ones matter, and a flood hides them. */
export const mostTold = 200;
/** Characters of one sentence of a message. */
export const longestSentence = 600;

/** A page of prose: its bytes, and what its parser would take long over when there is very much of it. */
export const mostBytesOfAPage = 64 * 1024;
export const mostTags = 2_000;
export const mostBraces = 1_000;
/** Marks of quotes and lists before the text of one line. */
export const mostMarks = 16;
