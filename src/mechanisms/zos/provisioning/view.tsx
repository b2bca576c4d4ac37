/**
 * Provisioning: the queue of jobs on disk, below its first the job that the loop has in memory, and below both what
 * was promised, what the database says and what runs. A crash takes the memory, a reboot what runs, neither the disk.
 */
import { placed, RailItem, Rails } from '../../../drawing/Rails.tsx';
import { StandingLine } from '../../../drawing/StandingLine.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, listed, same } from '../../../drawing/words.ts';
import { brokenTypes, columns, isQueued, types, words, type Column, type Job, type Model, type Node, type Type } from './node.ts';

interface Props {
  readonly now: Node;
  readonly was: Node;
}

function Picture({ now, before, broken, caption, config: { room } }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now };
  const brokenOnes = brokenTypes(
    now,
    broken.map(({ rule }) => rule),
  );
  return (
    <div class="provisioning">
      <p class="jobs-head">
        <span>Jobs on disk, room for {room} and a replay</span> <span class="jobs-first">first in line</span>
      </p>
      <Jobs {...props} room={room} />
      <Loop {...props} />
      <table class="workloads">
        <caption class="visually-hidden">{`Workloads ${caption}`}</caption>
        <thead>
          <tr>
            <th scope="col">Workload</th>
            <th scope="col">Promised</th>
            <th scope="col">Database</th>
            <th scope="col">On the node</th>
          </tr>
        </thead>
        <tbody>
          {types.map((it) => (
            <TypeRow key={it} it={it} {...props} isBroken={brokenOnes.includes(it)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The place that is kept for the replay is drawn when the replay comes: no other job gets it. */
function Jobs({ now, was, room }: Props & { readonly room: number }) {
  return (
    <Rails all={placed(now.jobs, was.jobs)} places={room}>
      {({ item, as, place }) => (
        <RailItem key={`${as} ${place} ${item.op}`} as={as} is={as !== 'gone' && place === 0 && same(item, now.current) && 'is-taken'}>
          <span class="rail-main">{item.op} </span>
          <span class="job-wants">
            {item.wants.length === 0 && <span class="rail-more">nothing</span>}
            {item.wants.length > 0 &&
              types.map((it) => (
                <span key={it} class="rail-more">
                  {item.wants.includes(it) ? `${it} ` : ''}
                </span>
              ))}
          </span>
        </RailItem>
      )}
    </Rails>
  );
}

const jobSaid = (job: Job | null) => (job ? `${job.op}: ${listed(job.wants) || 'nothing'}` : 'no job');

/** The job in the memory of the daemon, below the one of which it is a copy. */
function Loop({ now, was }: Props) {
  const changed = !same(now.current, was.current);
  const gone = changed && was.current !== null && now.current === null;
  return (
    <StandingLine isChanged={changed} isBroken={false} is="job-loop">
      <span>In memory, the loop runs</span>
      {now.current !== null && !isQueued(now) && <span class="was"> no longer on disk</span>}
      {changed && !gone && <span class="was"> was {jobSaid(was.current)}</span>}
      <span class={classes('loop-job', now.current ? 'is-held' : 'is-empty', changed && 'is-changed')}>{jobSaid(now.current)}</span>
      {gone && <span class="loop-job is-gone">was {jobSaid(was.current)}</span>}
    </StandingLine>
  );
}

function TypeRow({ it, now, was, isBroken }: Props & { readonly it: Type; readonly isBroken: boolean }) {
  const names = Object.keys(columns) as Column[];
  const changed = names.some((name) => columns[name](now, it) !== columns[name](was, it));
  return (
    <tr class={classes(changed && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        {isBroken && <Violated />}
        {it}
      </th>
      {names.map((name) => (
        <Cell key={name} is={columns[name](now, it)} was={columns[name](was, it)} />
      ))}
    </tr>
  );
}

/** A filled square is there, an empty one never was, a hatched one is deleted for good. */
function Cell({ is, was }: { readonly is: string; readonly was: string }) {
  const changed = is !== was;
  const square = is === 'no' ? (changed ? 'is-gone' : 'is-absent') : is === 'deleted' ? 'is-deleted' : 'is-there';
  return (
    <td>
      <span class={classes('workload-there', square, changed && 'is-changed')} aria-hidden="true" />{' '}
      <span class={is === 'no' ? 'there-no' : undefined}>{is}</span>
      {changed && <span class="was"> was {was === 'no' ? 'not' : was}</span>}
    </td>
  );
}

export const view: View<Model> = { Picture, words };
