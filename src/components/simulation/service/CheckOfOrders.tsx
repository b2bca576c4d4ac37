/** What was found in every order of a service and its clients. */
import { Glyph } from '../../../drawing/Glyph.tsx';
import { counted } from '../narrate.ts';
import { MOST_DEPTH, MOST_STATES, type Explored } from './explore.ts';
import { RULES } from './rules.ts';

interface Props {
  readonly explored: Explored;
  readonly isDone: boolean;
  /** Of the queues. */
  readonly room: number;
  readonly clients: number;
  readonly play: (schedule: readonly string[]) => void;
}

export function CheckOfOrders({ explored, isDone, room, clients, play }: Props) {
  const { states, steps, depth, ends, isWhole, found } = explored;
  if (!isDone)
    return (
      <p class="service-check">
        {counted(states, 'state')} so far, in runs of up to {counted(depth, 'step')}.
      </p>
    );
  const glyph = found ? 'violated' : isWhole ? 'holds' : 'planned';
  return (
    <section class="service-check" aria-label="Every order">
      <p class={`check-verdict is-${glyph}`}>
        <Glyph name={glyph} />{' '}
        {found ? `Broken: ${found.violation.rule}` : isWhole ? 'Every rule holds in every order' : 'No rule is broken as far as was looked'}{' '}
        <span class="edited-mark">edited service</span>
      </p>
      {found && (
        <>
          <p>
            {found.violation.says} A shortest run to it has {counted(found.schedule.length, 'step')}.
          </p>
          <button type="button" class="key key-run" onClick={() => play(found.schedule)}>
            Play that run
          </button>
        </>
      )}
      <p>
        Looked at: {counted(states, 'state')} and {counted(steps, 'step')}, with {counted(clients, 'client')} and {counted(room, 'message')}{' '}
        in a queue
        {found
          ? ', shortest runs first'
          : `; the longest run has ${counted(depth, 'step')}, and in ${counted(ends, 'state')} nobody has anything left to do`}
        .{!isWhole && !found && ` It ends after ${counted(MOST_STATES, 'state')} or ${MOST_DEPTH} steps.`} Two orders in which everybody was
        told the same, each in the same order, are one state.
      </p>
      <ul class="service-rules">
        {Object.values(RULES).map((rule) => {
          const is = found?.violation.rule === rule ? 'violated' : found || !isWhole ? 'planned' : 'holds';
          const says = { violated: 'broken', planned: 'not settled', holds: 'holds' }[is];
          return (
            <li key={rule}>
              <Glyph name={is as 'violated' | 'planned' | 'holds'} /> {rule}: {says}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
