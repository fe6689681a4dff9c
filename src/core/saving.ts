/** The post of the last choice, by store: who leaves the page waits for its end. It never rejects. */
export const saving: WeakMap<object, Promise<unknown>> = new WeakMap<object, Promise<unknown>>()
