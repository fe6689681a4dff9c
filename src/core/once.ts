/** What a function makes of its owner: it is called once, and the owner keeps the result. */
export type Once<Owner> = <T>(this: void, make: (owner: Owner) => T) => T

/** Makes the `once` of an owner, which keeps what belongs to it. */
export function onceFor<Owner>(ownerOf: () => Owner): Once<Owner> {
  const made = new Map<unknown, unknown>()
  return <T>(make: (owner: Owner) => T) => {
    if (!made.has(make)) made.set(make, make(ownerOf()))
    return made.get(make) as T // of this function
  }
}
