/** The list of keys, inside the plate: it covers nothing and traps nothing. */
import { useEffect, useRef } from 'preact/hooks';

const keys: readonly (readonly [keys: string, does: string])[] = [
  ['Left, right', 'one step back, one step on'],
  ['Home, End', 'to the start, to the last step'],
  ['1 to 9', 'the action with this digit'],
  ['Space', 'play and pause, when no key has the focus'],
  ['Delete', 'strikes out the step, or puts it back'],
  ['Up, down', 'from key to key in the row of keys'],
  ['?', 'this list'],
  ['Escape', 'closes this list'],
];

export function KeyList({ close }: { readonly close: () => void }) {
  const closing = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    const opener = document.activeElement;
    closing.current?.focus({ preventScroll: true });
    return () => opener instanceof HTMLElement && opener.isConnected && opener.focus({ preventScroll: true });
  }, []);
  return (
    <div class="key-list" role="region" aria-label="Keys">
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>They work while the focus is inside this plate.</p>
      <button type="button" class="key" ref={closing} onClick={close}>
        Close
      </button>
    </div>
  );
}
