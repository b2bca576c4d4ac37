/** The list of keys, inside the player: it covers nothing and traps nothing. */
import { useEffect, useRef } from 'preact/hooks';

const keys: readonly (readonly [keys: string, says: string])[] = [
  ['Left, right', 'one step back, one step on'],
  ['Home, End', 'to the start, to the last step'],
  ['1 to 9', 'the action with this digit'],
  ['Space', 'play and pause, when no key has the focus'],
  ['Delete', 'skips the step, or puts it back'],
  ['C', 'checks every state, or pauses the check'],
  ['P, G, B, S', 'properties, what is to be seen, break it, scenario and size'],
  ['L', 'the link to this run'],
  ['Up, down', 'from key to key in the row of keys'],
  ['?', 'this list'],
  ['Escape', 'closes this list'],
];

export function KeyList({ close }: { readonly close: () => void }) {
  const closing = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    const root = closing.current?.getRootNode();
    const opener = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
    closing.current?.focus({ preventScroll: true });
    return () => opener instanceof HTMLElement && opener.isConnected && opener.focus({ preventScroll: true });
  }, []);
  return (
    <section class="key-list" aria-label="Keys">
      <dl>
        {keys.map(([key, says]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p>They work while the focus is inside this player.</p>
      <button type="button" class="key" ref={closing} onClick={close}>
        Close
      </button>
    </section>
  );
}
