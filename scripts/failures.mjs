// What a report of the browser's tests has to say at the end of a long log, where the list of what was run has pushed it out of sight.
import { stripVTControlCharacters } from 'node:util';

const LINES = 14;

/** Every test of a report with its name from the file on. */
function* tests(suites, above = []) {
  for (const { title, specs = [], suites: inner = [] } of suites) {
    const path = [...above, title].filter(Boolean);
    for (const spec of specs) for (const test of spec.tests) yield { name: [...path, spec.title].join(' › '), ...test };
    yield* tests(inner, path);
  }
}

const errorOf = ({ results }) => {
  const message = results.flatMap(({ errors }) => errors)[0]?.message ?? 'It said nothing.';
  return stripVTControlCharacters(message)
    .split('\n')
    .slice(0, LINES)
    .map((line) => `    ${line}`)
    .join('\n');
};

/** The failed tests, and those that passed only at the second try, each with the beginning of its first error. */
export function failures({ suites }) {
  const all = [...tests(suites)];
  const section = (title, status) => all.filter((it) => it.status === status).map((it) => `${title}: ${it.name}\n${errorOf(it)}\n\n`);
  return [...section('Failed', 'unexpected'), ...section('Passed at the second try only', 'flaky')].join('');
}
