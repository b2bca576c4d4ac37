/**
 * The style of each picture, so that a storyboard has it without script. A page has the styles of its own simulations and no others: with
 * those of all it would be most of what a page weighs. A mechanism needs no entry in a list for it. For the build alone.
 */
const styles = import.meta.glob<string>('./*/*/view.css', { query: '?inline', import: 'default', eager: true });

/** Empty for a picture that is drawn with shared parts alone. */
export const styleOf = (id: string): string => styles[`./${id}/view.css`] ?? '';
