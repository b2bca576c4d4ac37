/**
 * Three maps of the same app: in one frame with the kernel, behind page tables, and in an engine in the kernel. A heavy or a double frame is a
 * border; hatched is what a fault has reached. The table below says the same in words, so the maps are hidden from readers without eyes.
 */
import { breaks } from '../../../drawing/broken.ts';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes } from '../../../drawing/words.ts';
import { isUnlike, kindNames, rows, words, type Model, type State } from './kinds.ts';

interface Props {
  readonly now: State;
  readonly was: State;
}

const frames = ['is-open', 'is-paged', 'is-boxed'] as const;

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const all: Props = { now, was: before ?? now };
  const isReached =
    breaks(broken, 'an app of safe code spoils nothing') || breaks(broken, 'behind page tables and in a sandbox a fault stays in the app');
  const breaksRow: Readonly<Record<string, boolean>> = {
    'Other app': isReached && now.kinds.some(({ other }) => other === 'spoilt'),
    Kernel:
      breaks(broken, 'a panic of an app halts nothing but the app') || (isReached && now.kinds.some(({ kernel }) => kernel === 'spoilt')),
    Messages: breaks(broken, 'a message carries bytes of its sender alone'),
  };
  const isUneven = breaks(broken, 'all three give the same answers and messages until the app errs');
  const isBroken = rows.map((row) => breaksRow[row.name] === true || (isUneven && isUnlike(now, row)));
  return (
    <div class="isolation">
      <div class="isolation-maps" aria-hidden="true">
        {kindNames.map((name, kind) => (
          <div key={name} class={`isolation-map ${frames[kind]!}`}>
            <p class="isolation-name">{name}</p>
            <div class="isolation-frame">
              {rows.slice(0, 3).map((row, i) => (
                <Part key={row.name} {...row} kind={kind} {...all} isBroken={isBroken[i]!} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <table class="isolation-words">
        <caption class="visually-hidden">{`Isolations ${caption}`}</caption>
        <thead>
          <tr>
            <td />
            {kindNames.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row key={row.name} {...row} {...all} isBroken={isBroken[i]!} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Props & (typeof rows)[number] & { readonly isBroken: boolean };

function Part({ name, says, kind, now, was, isBroken }: RowProps & { readonly kind: number }) {
  const is = says(now, kind);
  const isWrong = isBroken && (is === 'spoilt' || is === 'halted');
  return (
    <p
      class={classes(
        'isolation-part',
        `is-${name.toLowerCase().replace(' ', '-')}`,
        `is-${is}`,
        is !== says(was, kind) && 'is-changed',
        isWrong && 'is-broken',
      )}
    >
      <span class="isolation-word">
        {isWrong && <Violated />}
        {name.toLowerCase()}
      </span>
      {is !== 'runs' && is !== 'whole' && <span class="isolation-word">{is}</span>}
    </p>
  );
}

function Row({ name, says, now, was, isBroken }: RowProps) {
  const all = kindNames.map((_, kind) => [says(now, kind), says(was, kind)] as const);
  return (
    <tr class={classes(all.some(([is, before]) => is !== before) && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        {isBroken && <Violated />}
        {name}
      </th>
      {all.map(([is, before], kind) => (
        <td key={kind}>
          {is}
          {is !== before && <span class="was"> was {before}</span>}
        </td>
      ))}
    </tr>
  );
}

export const view: View<Model> = { Picture, words };
