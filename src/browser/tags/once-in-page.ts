/** The key of the document under which a page keeps the things that are made once for it. */
const KEPT: unique symbol = Symbol('assent')

interface Page extends Document {
  [KEPT]?: Map<unknown, unknown>
}

/** Makes something once for a page, however many stores and roots it has. */
export function onceInPage<T>(make: (page: Document) => T, page: Page = document): T {
  const { [KEPT]: kept = new Map<unknown, unknown>() } = page
  page[KEPT] = kept
  if (!kept.has(make)) kept.set(make, make(page))
  return kept.get(make) as T // the value that `make` made
}
