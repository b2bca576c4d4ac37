/**
 * Four bars, each below a line that says the same in words, so the bars are hidden from readers without eyes: memory as it is promised, memory as it
 * is used, the quotas in the pool, and the cache with the two marks at which it shrinks and grows. What is beyond the end of a bar, a thick line, is too much.
 */
import { Facts } from '../../../drawing/Facts.tsx';
import { StandingLine } from '../../../drawing/StandingLine.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, same } from '../../../drawing/words.ts';
import { barsOf, lengthOf, words, workloadIs, type Bar, type Model } from './bars.ts';

// The rules stand in the order of the bars that they speak of; the last three speak of the cache.
const rules = Object.keys(words);
const barOf = (rule: string): number => Math.min(rules.indexOf(rule), 3);

function Picture({ now, before, broken, caption, config }: PictureProps<Model>) {
  const was = before ?? now;
  const earlier = barsOf(was, config);
  return (
    <div class="capacity">
      {barsOf(now, config).map((bar, i) => (
        <Drawn key={bar.name} bar={bar} was={earlier[i]!} isBroken={broken.some(({ rule }) => barOf(rule) === i)} />
      ))}
      <Facts
        caption={`Workloads ${caption}`}
        facts={now.workloads.map((it, i) => ({ name: `Workload ${i}`, now: workloadIs(it), was: workloadIs(was.workloads[i]!) }))}
      />
    </div>
  );
}

interface BarProps {
  readonly bar: Bar;
  readonly was: Bar;
  readonly isBroken: boolean;
}

const percent = (part: number, whole: number) => `${(part * 100) / whole}%`;

function Drawn({ bar: { name, says, stretches, end, whole, marks = [] }, was, isBroken }: BarProps) {
  const all = Math.max(whole, lengthOf(stretches), lengthOf(was.stretches));
  return (
    <>
      <StandingLine isChanged={says !== was.says} isBroken={isBroken}>
        <span>
          {isBroken && <Violated />}
          <strong>{name}</strong>: {says}
        </span>
        {says !== was.says && <span class="was">was {was.says}</span>}
      </StandingLine>
      <svg class={classes('capacity-bar', marks[0] && 'is-marked')} aria-hidden="true">
        <rect class="capacity-end" width={percent(end, all)} />
        {stretches.map((it, i) => {
          const x = lengthOf(stretches.slice(0, i));
          const inside = Math.min(Math.max(end - x, 0), it.size);
          const named = inside || it.size; // its name stands in what there is of it, if there is any
          return (
            it.size > 0 && (
              <svg key={it.name} x={percent(x, all)} width={percent(it.size, all)}>
                {inside < it.size && <rect class="is-beyond" width="100%" />}
                <rect
                  class={classes('capacity-stretch', `is-${it.is}`, !same(it, was.stretches[i]) && 'is-changed')}
                  width={percent(inside, it.size)}
                />
                <text class={classes(it.is === 'used' && inside > 0 && 'is-on-ink')} x={percent(named, it.size * 2)} y="19">
                  {typeof it.name === 'number' && named * 4 >= all && 'workload '}
                  {it.name}
                </text>
              </svg>
            )
          );
        })}
        {end < all && <line class="is-end" x1={percent(end, all)} x2={percent(end, all)} y1="-4" y2="32" />}
        {marks.map(({ at, says: told }, i) => (
          <g key={i}>
            <line x1={`${at}%`} x2={`${at}%`} y2="34" />
            <text x={`${at}%`} y={i > 0 && at === marks[0]!.at ? 60 : 46}>
              {told}
            </text>
          </g>
        ))}
      </svg>
    </>
  );
}

export const view: View<Model> = { Picture, words };
