/**
 * Any state as tables: one per table of the state, then the single values. What a view begins with before it has a picture of its own: it
 * shows every field, and marks the rows that break a rule.
 */
import type { PlainState } from '../engine/checker.ts';
import { brokenRows } from './broken.ts';
import type { AnyPictureProps } from './view.ts';
import { classes, spaced } from './words.ts';

type Value = PlainState[string];

const isRow = (value: unknown): value is PlainState => typeof value === 'object' && value !== null && !Array.isArray(value);
const rowsIn = (value: Value | undefined): readonly PlainState[] | undefined =>
  Array.isArray(value) && value.length > 0 && value.every(isRow) ? (value as readonly PlainState[]) : undefined;

function shown(value: Value | undefined): string {
  if (value === null || value === undefined) return '\u2013';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(shown).join(' ') || '\u2013';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

interface Props extends AnyPictureProps {
  /** The kind of the rows in each table of the state, as the model names it. */
  readonly kinds: Readonly<Record<string, string>>;
}

export function PlainTables({ now, before, broken, caption, kinds }: Props) {
  const fields = Object.entries<Value>(now);
  const single = fields.filter(([, value]) => rowsIn(value) === undefined);
  return (
    <div class="plain-tables">
      {fields.map(([name, value]) => {
        const rows = rowsIn(value);
        const blamed = Object.hasOwn(kinds, name) ? brokenRows(broken, kinds[name]!) : [];
        return rows && <Rows key={name} name={name} rows={rows} before={rowsIn(before?.[name])} caption={caption} broken={blamed} />;
      })}
      {single.length > 0 && (
        <Rows name="" rows={[now]} before={before && [before]} caption={caption} broken={[]} only={single.map(([name]) => name)} />
      )}
    </div>
  );
}

interface RowsProps {
  readonly name: string;
  readonly rows: readonly PlainState[];
  readonly before: readonly PlainState[] | undefined;
  readonly caption: string;
  /** The rows that break a rule. */
  readonly broken: readonly number[];
  readonly only?: readonly string[];
}

function Rows({ name, rows, before, caption, broken, only }: RowsProps) {
  const columns = only ?? Object.keys(rows[0] ?? {});
  return (
    <table class="plain-table">
      <caption class="visually-hidden">{`${spaced(name)} ${caption}`.trim()}</caption>
      <thead>
        <tr>
          {name !== '' && <th scope="col">{spaced(name)}</th>}
          {columns.map((column) => (
            <th key={column} scope="col">
              {spaced(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => {
          const was = before?.[i] ?? row;
          const changed = columns.some((column) => shown(row[column]) !== shown(was[column]));
          return (
            <tr key={i} class={classes(changed && 'is-changed', broken.includes(i) && 'is-broken')}>
              {name !== '' && <th scope="row">{i}</th>}
              {columns.map((column) => (
                <td key={column}>
                  {shown(row[column])}
                  {shown(row[column]) !== shown(was[column]) && <span class="was"> was {shown(was[column])}</span>}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
