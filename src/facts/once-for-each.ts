/** What is asked of the same record again and again is worked out once. Records are data that nobody changes; a changed one is another. */
export function onceForEach<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const made = new WeakMap<From, { readonly it: To }>();
  return (from) => {
    const known = made.get(from);
    if (known) return known.it;
    const it = make(from);
    made.set(from, { it });
    return it;
  };
}
