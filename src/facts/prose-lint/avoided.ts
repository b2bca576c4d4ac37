/** Words that plain technical prose does without, each with what to write in its place. The glossary has its own, `avoid`. */

export interface Avoided {
  /** As a pattern of whole words, in any case. */
  readonly word: string;
  readonly advice: string;
}

const each = (words: string, advice: string): Avoided[] => words.split(', ').map((word) => ({ word, advice }));

const measure = 'Say what it does, or give the figure.';
const leaveOut = 'Leave it out: the sentence says the same.';
const nameThem = 'Name what is meant, or say how many there are.';

export const avoided: readonly Avoided[] = [
  // Praise, which a reader cannot check.
  ...each(
    'powerful, seamless, seamlessly, robust, robustly, blazing, blazingly, cutting[- ]edge, state[- ]of[- ]the[- ]art, world[- ]class, elegant, elegantly, effortless, effortlessly, revolutionary, innovative, sophisticated, impressive, hassle[- ]free, user[- ]friendly, feature[- ]rich, battle[- ]hardened, lightning[- ]fast, comprehensive, holistic, turnkey, game[- ]changing',
    measure,
  ),
  ...each('easily, easy to use, simple to use', 'Say how many steps it takes, or leave it out.'),
  // Filler.
  ...each(
    'simply, basically, obviously, of course, clearly, actually, really, quite, very, essentially, literally, needless to say, as you can see, please note, it should be noted, it is worth noting, as a matter of fact, at the end of the day',
    leaveOut,
  ),
  // `just` is filler where it makes small; of a moment it says something.
  ...each('just (?:a|an|add|call|click|like|put|run|type|use|write)', leaveOut),
  ...each('in order to', 'Write "to".'),
  ...each('due to the fact that, owing to the fact that', 'Write "because".'),
  ...each('in the event that', 'Write "if".'),
  ...each('at this point in time, at the present time', 'Write "now", or give the day.'),
  ...each('prior to', 'Write "before".'),
  ...each('subsequent to', 'Write "after".'),
  ...each('with regard to, with respect to, in terms of', 'Write "of", "for" or "on", or turn the sentence.'),
  // Long words for short ones.
  ...each('utili[sz]e, utili[sz]es, utili[sz]ed, utili[sz]ing, utili[sz]ation', 'Write "use".'),
  ...each('leverage, leverages, leveraged, leveraging', 'Write "use".'),
  ...each('facilitate, facilitates, facilitated, facilitating', 'Say what it does.'),
  ...each('commence, commences, commenced', 'Write "begin".'),
  ...each('terminate, terminates, terminated', 'Write "end" or "stop".'),
  ...each('functionality, functionalities', 'Name the function.'),
  ...each('methodology, methodologies', 'Write "method".'),
  ...each('whilst', 'Write "while".'),
  ...each('thus, hence, thereby, therein, herein, aforementioned', 'Write "so", or name the thing again.'),
  // Vague where an exact word is known.
  ...each(
    'various, numerous, myriad, plethora, a number of(?! (?:\\d|your|its|the)), a variety of, a wide range of, a lot of, lots of, multitude',
    nameThem,
  ),
  ...each('(?<=[\\w,] )etc(?=[.;)]), and so on, and so forth, and the like, and/or', nameThem),
  ...each('stuff, things like', 'Name what is meant.'),
  ...each('somewhat, fairly, (?<!would )rather(?! than)', 'Say how much, or leave it out.'),
  // Style.
  ...each(
    'allows? you to, allows? the user to, lets you, enables? you to, enables? users to',
    'Say what one does: "you can", or the verb alone.',
  ),
  ...each('(?:is|are|was|were|be) able to', 'Write "can" or "could".'),
  ...each('(?:is|are|was|were) capable of', 'Write "can" or "could".'),
  ...each('has the ability to, have the ability to', 'Write "can".'),
];
