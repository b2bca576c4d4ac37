/** The simulations that an element can show: those of Orrery, each loaded when it is named, and those that the page defines. */
import { machine } from '../../../src/engine/checker.ts';
import type { Action, MechanismWithRuns } from '../../../src/engine/language.ts';
import type { AnyView } from '../../../src/drawing/view.ts';
import { mechanismIds } from 'virtual:orrery/mechanism-ids';
import { definedAs, type Simulation } from './define.ts';

/** What an element needs of one. */
export interface Loaded {
  readonly mechanism: MechanismWithRuns;
  readonly view: AnyView;
  readonly style: string;
  /** Where a worker finds the mechanism. */
  readonly module: string | undefined;
}

/** Undefined when there is none of this name so far. Rejects when it cannot be loaded, or when its model cannot be run. `base` is the address of the package's script. */
export async function load(id: string, base: string): Promise<Loaded | undefined> {
  const mine = definedAs(id);
  if (mine) return loadOwn(mine);
  if (!mechanismIds.includes(id)) return undefined;
  const at = (name: string) => new URL(`models/${id}/${name}.js`, base).href;
  const module = at('runs');
  const [{ runs }, { view, style }] = await Promise.all([
    import(/* @vite-ignore */ module) as Promise<{ readonly runs: MechanismWithRuns }>,
    import(/* @vite-ignore */ at('view')) as Promise<Pick<Loaded, 'view' | 'style'>>,
  ]);
  return { mechanism: { ...runs }, view, style, module };
}

/** The models of Orrery were run when the package was made; one of the page's own is looked at before it is. */
async function loadOwn({ runs, Picture, words = {}, style = '', module }: Simulation): Promise<Loaded> {
  const [{ checkArguments, checkSchema }, tables] = await Promise.all([
    import('../../../src/engine/untrusted.ts'),
    Picture ? undefined : import('../../../src/drawing/PlainTables.tsx'),
  ]);
  const usual = Object.fromEntries(Object.entries(runs.parameters).map(([name, parameter]) => [name, parameter.default]));
  const off = Object.fromEntries(Object.keys(runs.faults).map((name) => [name, false]));
  const schema = runs.state({ ...usual, ...off }) as Parameters<typeof checkArguments>[2];
  checkSchema(schema);
  for (const [name, action] of Object.entries<Action>(runs.model.actions)) checkArguments(name, action.args, schema);
  const kinds = Object.fromEntries(
    Object.entries(machine(runs).schema).flatMap(([name, field]) => (field.is === 'table' ? [[name, field.kind] as const] : [])),
  );
  const picture = Picture ?? ((props) => tables!.PlainTables({ ...props, kinds }));
  const view = { Picture: picture, words } as AnyView;
  return { mechanism: { ...runs }, view, style, module: module === undefined ? undefined : String(module) };
}
