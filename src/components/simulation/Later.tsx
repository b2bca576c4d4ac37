/** A part of the player that is loaded when it is wanted; from then on it is there at once. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props<Of> {
  /** The same function each time, so that what was loaded is known again. */
  readonly load: () => Promise<FunctionComponent<Of>>;
  readonly props: Of;
}

const known = new WeakMap<object, unknown>();

export function Later<Of extends object>({ load, props }: Props<Of>) {
  const [Loaded, setLoaded] = useState(() => known.get(load) as FunctionComponent<Of> | undefined);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (Loaded) return;
    load().then(
      (component) => {
        known.set(load, component);
        setLoaded(() => component);
      },
      () => setFailed(true),
    );
  }, [load, Loaded]);
  if (failed) return <p>This part could not be loaded.</p>;
  return Loaded ? <Loaded {...props} /> : null;
}
