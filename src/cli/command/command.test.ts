/** How a command is called: everything that is not declared is refused with a sentence, and the help says what is. */
import { describe, expect, test } from 'vitest';
import { form, helpOf, oneOf, readCall, wholeNumber, WrongCall, type Command } from './command.ts';

const command: Command = {
  name: 'bake',
  says: 'bakes things',
  exits: { 0: 'it is baked', 1: 'it is burnt', 2: 'the call is wrong' },
  forms: {
    bread: form({
      says: 'Bakes bread.',
      words: [
        { name: 'flour', says: 'the flour', is: 'required' },
        { name: 'salt', says: 'the salt', is: 'optional' },
      ],
      options: {
        minutes: { takes: 'n', says: 'how long' },
        with: { takes: 'seed', many: true, says: 'a seed' },
        dark: { says: 'bakes it dark' },
      },
      run: () => 0,
    }),
    rolls: form({ says: 'Bakes rolls.', words: [{ name: 'dough', says: 'the dough', is: 'many' }], options: {}, run: () => 0 }),
  },
};
const single: Command = { ...command, forms: { '': command.forms['rolls']! } };
const read = (...args: string[]) => readCall(command, args);
const refusal = (...args: string[]): string => {
  try {
    read(...args);
  } catch (error) {
    expect(error).toBeInstanceOf(WrongCall);
    return (error as Error).message;
  }
  throw new Error(`${args.join(' ')} was accepted`);
};

test('words and options are given as they were declared', () => {
  expect(read('bread', 'rye', '--with', 'poppy', '--with=sesame', '--minutes', '40')).toMatchObject({
    words: ['rye'],
    options: { minutes: '40', with: ['poppy', 'sesame'], dark: false },
  });
  expect(read('bread', '--dark', '--', 'rye', '--salty')).toMatchObject({ words: ['rye', '--salty'], options: { dark: true } });
  expect(read('rolls', 'a', 'b', '-')).toMatchObject({ words: ['a', 'b', '-'] });
  expect(readCall(single, ['a'])).toMatchObject({ words: ['a'] });
});

test.each([
  [[], 'Say what to do: bread or rolls.'],
  [['braed', 'rye'], "'braed' is nothing that can be done here. Did you mean 'bread'? There are bread, rolls."],
  [['--dark', 'bread'], 'Say first what to do (bread or rolls), then the options.'],
  [['bread'], 'Name the flour.'],
  [['rolls'], 'Name the dough.'],
  [['bread', 'rye', 'sea', 'pepper'], "'pepper' is one word too many."],
  [['bread', ''], 'One of the words is empty.'],
  [['bread', 'rye', '--drak'], 'There is no option --drak. Did you mean --dark? The options here are --minutes, --with, --dark.'],
  [['bread', 'rye', '-d'], 'There is no option -d. The options here are --minutes, --with, --dark.'],
  [['rolls', 'a', '--dark'], 'There is no option --dark. This takes no options.'],
  [['bread', 'rye', '--dark=very'], "--dark is a switch and takes no value, so '=very' is too much."],
  [['bread', 'rye', '--minutes'], '--minutes needs a value: --minutes n.'],
  [['bread', 'rye', '--minutes', '--dark'], '--minutes needs a value: --minutes n.'],
  [['bread', 'rye', '--minutes', ''], '--minutes needs a value, and what stands there is empty: --minutes n.'],
  [['bread', 'rye', '--minutes', '4', '--minutes', '5'], '--minutes is given twice; it can be given once.'],
])('R8: %j is refused with a sentence', (args, says) => {
  expect(refusal(...args)).toBe(says);
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('R8: %s is no command, no option and no word of a list', (name) => {
  expect(refusal(name)).toContain(`'${name}' is nothing that can be done here.`);
  expect(refusal('bread', 'rye', `--${name}`)).toContain(`There is no option --${name}.`);
  expect(() => oneOf('format', name, ['csv'])).toThrow(`There is no format '${name}'. There are csv.`);
});

test('R8: what is very long is shortened in the sentence', () => {
  expect(refusal('x'.repeat(100_000)).length).toBeLessThan(200);
});

test.each(['', '1e3', '-1', '0x10', ' 7', '7.0', '11', '99999999999999999999'])('R8: %j is no whole number from 0 to 10', (text) => {
  expect(() => wholeNumber('--steps', text, 0, 10)).toThrow(WrongCall);
});
test('a whole number within its bounds is one', () => {
  expect([wholeNumber('--steps', '0', 0, 10), wholeNumber('--steps', '010', 0, 10)]).toEqual([0, 10]);
});

describe('the help', () => {
  test('is asked for anywhere before the double dash', () => {
    expect(read('bread', '--unknown', '-h')).toEqual({ help: helpOf(command, 'bread') });
    expect(read('--help')).toEqual({ help: helpOf(command) });
    expect(read('bread', '--', '--help')).not.toHaveProperty('help');
  });

  test('names every word, every option and every exit status', () => {
    const help = helpOf(command);
    for (const line of [
      'npm run bake -- bread <flour> [salt] [options]',
      '    --with seed  a seed; more than once',
      'npm run bake -- rolls <dough> …',
      '  1  it is burnt',
    ])
      expect(help.split('\n')).toContain(line);
    expect(helpOf(command, 'rolls')).not.toContain('bread');
  });
});
