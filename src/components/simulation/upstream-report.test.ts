import { expect, test } from 'vitest';
import { loadMechanism, loadMechanisms } from '../../mechanisms/registry.ts';
import { readContent } from '../../records/reader.ts';
import { reportText, runOfFault } from './upstream-report.ts';

const difference = {
  title: 'A send that is refused',
  documented: { text: 'The handle stays.', places: [{ text: 'channel.md, line 8', href: 'https://example.org/channel.md#L8' }] },
  observed: { text: 'The handle is gone.', places: [{ text: 'channel.rs, line 162', href: 'https://example.org/channel.rs#L162' }] },
};

test('a report has both sides with their lines, the change in the model, what breaks and each step to it', async () => {
  const channel = await loadMechanism('starina/channel');
  const run = runOfFault(channel, 'takesFirst')!;
  const text = reportText(difference, channel, 'takesFirst', run, 'https://example.org/run');
  expect(text.split('\n')).toEqual([
    'A send that is refused',
    '',
    'What is documented: The handle stays.',
    '- channel.md, line 8: https://example.org/channel.md#L8',
    '',
    'What the code was read to do: The handle is gone.',
    '- channel.rs, line 162: https://example.org/channel.rs#L162',
    '',
    'In a model of it, with one change (Send takes the handles before it looks for a peer and for room (as read at 98dae3c)), this no longer holds: "a handle is in exactly one place". The shortest run has 2 steps:',
    '',
    expect.stringMatching(/^1\. End \d is closed/),
    expect.stringMatching(/^2\. End \d sends a message that carries handle \d/),
    '',
    expect.stringMatching(/^The model is smaller than the system: a queue holds 128 messages there/),
    'The model and this run: https://example.org/run',
    'It was read in the code and run in the model. It was not run on the system.',
  ]);
});

test('a promise that is never kept says from where on the run repeats', async () => {
  const all = await loadMechanisms();
  const found = all.flatMap((mechanism) =>
    Object.keys(mechanism.faults).flatMap((fault) => {
      const run = runOfFault(mechanism, fault);
      return run?.loop === undefined ? [] : [{ mechanism, fault, run }];
    }),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const { mechanism, fault, run } of found) {
    const text = reportText(difference, mechanism, fault, run, '');
    expect(text).toContain(`this never comes about: "${run.breaks}"`);
    if (run.loop! < run.steps.length) expect(text).toContain(`these repeat for ever:\n${run.loop! + 1}. `);
  }
});

test('each fault that a difference names leads to a run', async () => {
  const shown = readContent(process.cwd()).entries.drift.flatMap(({ data }) => data.shownBy ?? []);
  expect(shown.length).toBeGreaterThan(10);
  for (const { model, fault } of shown)
    expect([model, fault, runOfFault(await loadMechanism(model), fault)?.steps.length]).not.toContain(undefined);
});
