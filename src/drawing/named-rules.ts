/** A view that is given the names of broken rules and finds the rows itself. To be rewritten with `View` of view.ts. */
import { h, type FunctionComponent } from 'preact';
import type { PlainState } from '../engine/checker.ts';
import type { AnyPictureProps, AnyView, Settings } from './view.ts';

export interface NamedProps extends Omit<AnyPictureProps, 'broken'> {
  readonly broken: readonly string[];
}
export interface NamedView {
  readonly Picture: FunctionComponent<NamedProps>;
  readonly explain: (rule: string, now: PlainState, config: Settings) => string | undefined;
}

/** As a view of view.ts. */
export const withNames = (view: NamedView, rules: readonly string[]): AnyView => ({
  Picture: ({ broken, ...props }) => h(view.Picture, { ...props, broken: broken.map(({ rule }) => rule) }),
  words: Object.fromEntries(
    rules.map((rule) => [rule, ({ now, config }) => view.explain(rule, now, config) ?? 'It does not hold in this state.']),
  ),
});
