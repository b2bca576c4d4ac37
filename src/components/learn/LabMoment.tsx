/** Where a lab begins, as a picture and in words: what stands there until the player does, without script, and on paper. Rendered by the build alone. */
import { blamesAt } from '../../engine/checker.ts';
import type { MechanismWithRuns } from '../../engine/language.ts';
import type { Lab } from '../../schemas/labs.ts';
import type { AnyView } from '../../drawing/view.ts';
import { capital, counted, narrate } from '../simulation/narrate.ts';
import { frameNow } from '../simulation/session.ts';
import { beforeAt } from '../simulation/trace.ts';
import { beginningSession } from './lab-session.ts';

interface Props {
  readonly lab: Lab;
  readonly mechanism: MechanismWithRuns;
  readonly view: AnyView;
}

export function LabMoment({ lab, mechanism, view: { Picture } }: Props) {
  const session = beginningSession(lab, mechanism, undefined);
  const { m, frames, history } = session;
  const { position } = history;
  const { snapshot } = frameNow(session);
  const told = lab.from && mechanism.scenarios[lab.from.scenario];
  return (
    <>
      <p class="story-title">
        {told && position > 0
          ? `The lab begins after ${counted(position, 'step')} of “${told.title}”.`
          : 'The lab begins at the first state.'}
      </p>
      {position > 0 && (
        <ol class="lab-before">
          {frames.slice(1).map((frame, i) => {
            const { strong, rest } = narrate(frame);
            return <li key={i}>{`${capital(strong)} ${rest}`}</li>;
          })}
        </ol>
      )}
      <Picture
        now={snapshot.state}
        before={beforeAt(frames, position)?.snapshot.state}
        broken={blamesAt(m, snapshot)}
        caption={position === 0 ? 'at the start' : `after step ${position}`}
        config={m.config}
        step={position}
      />
    </>
  );
}
