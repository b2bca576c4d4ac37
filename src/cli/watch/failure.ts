/**
 * Why a repository could not be fetched, as a sentence of our own: what Git prints may hold words of the server, and is not repeated where a
 * report is read.
 */

/** By the words of Git in its plain language, the first that fits. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/certificate|SSL_ERROR|TLS handshake|SSL peer/i, 'Its certificate cannot be trusted, so nothing was fetched.'],
  [
    /returned error: 30\d/,
    'It sends to another address, which is not followed: where the project has moved, the address in the record of the source is to be corrected.',
  ],
  [/transport '[^']*' not allowed/, 'Its address does not begin with https://, so nothing was fetched.'],
  [
    /not found|returned error: 4(?:0[134]|10|51)|could not read Username|could not read Password|Authentication failed/,
    'It is not there any more, or not open to everybody.',
  ],
  [/returned error: 429/, 'Its server asks for fewer calls; the next run may be let in.'],
  [/returned error: 5\d\d/, 'Its server has a fault of its own.'],
  [/Operation too slow/, 'Its server sends next to nothing, so the fetch was ended.'],
  [/couldn't find remote ref HEAD/, 'It has no branch that is shown first, or no commit.'],
  [/No space left on device|File too large|Disk quota exceeded/, 'The disk is full: what was fetched could not be kept.'],
  [/Could not resolve host|Couldn't resolve host/, 'The name of its host is not known, or there is no connection.'],
  [/Failed to connect|Couldn't connect|Connection refused|Connection timed out/, 'Its host does not answer.'],
  [/early EOF|disconnect|RPC failed|reset by peer|Empty reply|hung up|bytes of body/, 'The connection broke off, so nothing was kept.'],
];

/** What Git itself printed: the lines of the server, which it marks, may say anything. */
const own = (stderr: string): string => stderr.replaceAll(/^remote:.*$/gm, '');

export function whyOf(stderr: string): string {
  if (/^remote: aborting due to possible repository corruption/m.test(stderr)) return 'Its server finds the repository damaged there.';
  return sentences.find(([words]) => words.test(own(stderr)))?.[1] ?? 'Git could not fetch it, for a reason that is not known here.';
}

export const tooLong = (milliseconds: number): string =>
  `It was not fetched within ${milliseconds / 1000} seconds, so the fetch was ended.`;

export const tooLarge = (bytes: number): string =>
  `It is larger than a fetch may be (${Math.floor(bytes / 1024 / 1024)} MiB), so the fetch was ended.`;

/** Whether it is the copy on this disk that is wrong, so that a new one helps: it lacks objects, or an interrupted run left a lock. */
export const isOfTheCopy = (stderr: string): boolean =>
  /\.lock': File exists|not a git repository|bad (?:object|config|signature)|(?:missing|corrupt|unable to read|could not read) .*object|loose object|did not receive expected object|index file|packfile|broken/i.test(
    own(stderr),
  );
