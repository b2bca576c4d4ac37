/** Small: the dial. The orbit of a task is its state, innermost who runs; the hand points to who has the processor, the words tell the queue. */
import { point } from '../../../drawing/Dial.tsx';
import { Arrow, Disc, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { StateOf } from '../../../engine/language.ts';
import type { model } from './model.ts';

const MIDDLE = 56;
const orbits = { running: 19, ready: 35, blocked: 46 } as const;
const at = (degrees: number, radius: number): [number, number] => {
  const { x, y } = point(degrees, radius);
  return [MIDDLE + x, MIDDLE + y];
};

export const small: Small<typeof model> = ({ now }) => {
  const angle = (i: number) => Math.round(40 + (i * 360) / now.tasks.length);
  return (
    <SmallFrame>
      {Object.values(orbits).map((radius) => (
        <Line key={radius} d={`M${MIDDLE} ${MIDDLE - radius}a${radius} ${radius} 0 1 1 -.01 0`} isQuiet />
      ))}
      <Line d={rim} isQuiet />
      {!now.switching && <Arrow from={[MIDDLE, MIDDLE]} to={at(angle(now.current), orbits.running)} is="start" />}
      {now.tasks.map(({ is }, i) => {
        if (is === 'gone' || is === 'dead') return null;
        const [x, y] = at(angle(i), orbits[is]);
        return (
          <Disc key={i} x={x} y={y} radius={9} is={is === 'running' ? 'full' : 'there'}>
            {i}
          </Disc>
        );
      })}
      {told(now).map((words, i) => (
        <Label key={words} x={122} y={24 + i * 21}>
          {words}
        </Label>
      ))}
    </SmallFrame>
  );
};

/** Its graduations. */
const rim = Array.from(
  { length: 40 },
  (_, i) =>
    `M${at(i * 9, 53)
      .map(round)
      .join(' ')}L${at(i * 9, i % 5 === 0 ? 56 : 54.5)
      .map(round)
      .join(' ')}`,
).join('');

function round(length: number) {
  return Math.round(length * 10) / 10;
}

const told = ({ current, switching, queue, idle }: StateOf<typeof model>) => [
  ...(switching ? [] : [`${current} runs`]),
  ...queue.map((task, place) => `${task} ${place === 0 ? 'is next' : 'waits'}`),
  ...(current === idle || queue.includes(idle) ? [] : [`${idle} is idle`]),
];
