/** What a case of bad content is: the fault, and how a contributor is told of it. */

export interface BadData {
  readonly name: string;
  /**
   * Files to write, or to change where the text is a function, or to take out, by their path below src/content. What is
   * no regular file is made by name.
   */
  readonly files: Readonly<Record<string, string | Buffer | ((text: string) => string) | Special | undefined>>;
  /** Whether a whole `astro build` is tried, besides the check that it runs. */
  readonly builds: boolean;
  /** The file that is named, below src/content, and the line that is named, or words of it. */
  readonly file: string;
  readonly line: string | number;
  /** From the field on: the whole message, or how it begins where it does not end in a full stop or a question mark. */
  readonly says: string;
}

/** Something in the place of a file. */
export type Special = { readonly is: 'folder' | 'pipe' } | { readonly is: 'link'; readonly to: string };

type File = BadData['files'][string];
/** A file with one text in place of another. */
export const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, () => to);

/** A case of one file, which is the one that is named. */
export const one = (name: string, file: string, content: File, line: string | number, says: string): BadData => ({
  name,
  files: { [file]: content },
  builds: false,
  file,
  line,
  says,
});
export const whole = '(the whole file): ';
