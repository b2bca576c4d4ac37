/**
 * Layers of privilege: a table with a row for each layer, the least privilege on top, and a column for each program. A request comes down its
 * column to the wall of the services, in which a service is the only door; behind it is the kernel. What a program opens itself is a second
 * line, past the door.
 */
import { brokenRows } from '../../../drawing/broken.ts';
import { Facts } from '../../../drawing/Facts.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes } from '../../../drawing/words.ts';
import { asked, atDoor, hasAsked, reached, words, type Model, type Program, type System } from './layers.ts';
import { layerOf } from './model.ts';

interface Props {
  readonly now: System;
  readonly was: System;
  /** The programs that break a rule. */
  readonly blamed: readonly number[];
}

const mayAsk = ({ containerMay }: System) => (containerMay ? 'input' : 'nothing');

function Picture({ now, before, broken, caption, config }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now, blamed: brokenRows(broken, 'program') };
  const layers = now.programs.map((_, i) => layerOf(i, config));
  return (
    <div class="privilege">
      <table class="privilege-layers">
        <caption class="visually-hidden">{`Layers ${caption}`}</caption>
        <thead>
          <tr>
            <th scope="col">Layer</th>
            {layers.map((layer, i) => (
              <th key={i} scope="col">
                {i} {layer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, row) => (
            <ProgramRow key={row} row={row} layer={layer} {...props} />
          ))}
          <PartRow name="services" is="is-wall" says={atDoor} {...props} />
          <PartRow name="kernel" is="is-kernel" says={reached} {...props} />
        </tbody>
      </table>
      <Facts caption={`The policy ${caption}`} facts={[{ name: 'The container may ask for', now: mayAsk(now), was: mayAsk(props.was) }]} />
    </div>
  );
}

/** The lines that come down a column: of a request, and of what the program opens itself. */
function Lanes({ it, ends, isBroken }: { readonly it: Program; readonly ends?: boolean; readonly isBroken: boolean }) {
  return (
    <>
      {hasAsked(it) && (
        <span class={classes('lane-asked', it.request === 'refused' && 'is-refused', ends && 'is-end')} aria-hidden="true" />
      )}
      {it.touched !== 'nothing' && <span class={classes('lane-touched', isBroken && 'is-broken')} aria-hidden="true" />}
    </>
  );
}

/** The row of one layer above the services: its program, and the lines of those from above. */
function ProgramRow({ row, layer, now, was, blamed }: Props & { readonly row: number; readonly layer: string }) {
  const [is, before] = [asked(now.programs[row]!, row), asked(was.programs[row]!, row)];
  return (
    <tr class={is === before ? undefined : 'is-changed'}>
      <th scope="row">{layer}</th>
      {now.programs.map((it, i) => (
        <td key={i} class={i < row ? 'is-passed' : i > row ? 'is-above' : 'is-own'}>
          {i < row && <Lanes it={it} isBroken={blamed.includes(i)} />}
          {i === row && (
            <span class={classes('privilege-program', `is-${layer}`, is !== before && 'is-changed')}>
              {is}
              {is !== before && <span class="was"> was: {before}</span>}
            </span>
          )}
          {i === row && <Lanes it={it} isBroken={blamed.includes(i)} />}
        </td>
      ))}
    </tr>
  );
}

interface PartProps extends Props {
  readonly name: string;
  readonly is: string;
  readonly says: (it: Program) => string;
}

/** The row of the services, or of the kernel: what has come of the request of each program. */
function PartRow({ name, is, says, now, was, blamed }: PartProps) {
  const told = now.programs.map((it, i) => ({ it, now: says(it), was: says(was.programs[i]!) }));
  const isKernel = is === 'is-kernel';
  return (
    <tr class={classes(is, told.some((each) => each.now !== each.was) && 'is-changed')}>
      <th scope="row">{name}</th>
      {told.map((each, i) => {
        const isBroken = isKernel && blamed.includes(i);
        return (
          <td key={i} class={classes(!isKernel && `is-${each.it.request}`, isBroken && 'is-broken')}>
            {(!isKernel || each.it.request === 'served' || each.it.touched !== 'nothing') && (
              <Lanes it={passing(each.it, isKernel)} ends isBroken={blamed.includes(i)} />
            )}
            <span class={classes('privilege-part', each.now === 'nothing' && 'is-none', each.now !== each.was && 'is-changed')}>
              {isBroken && <Violated />}
              {each.now}
              {each.now !== each.was && <span class="was"> was: {each.was}</span>}
            </span>
          </td>
        );
      })}
    </tr>
  );
}

/** Behind the door there is only the line of what was served. */
const passing = (it: Program, isKernel: boolean): Program => (isKernel && it.request !== 'served' ? { ...it, request: 'none' } : it);

export const view: View<Model> = { Picture, words };
