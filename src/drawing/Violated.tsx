/** The sign of violation at the head of a row that breaks a property: the wash behind it is no colour for everyone. */
import { Glyph } from './Glyph.tsx';

export function Violated() {
  return (
    <span class="is-violated">
      <Glyph name="violated" />
      <span class="visually-hidden">violated</span>{' '}
    </span>
  );
}
