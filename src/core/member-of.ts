/**
 * Reads a member of an object as its class has it. A form shows an `<input name="remove">` in place of its own `remove`, and
 * a document an `<img name="cookie">` in place of its cookies, so markup of visitors could stand in for either (HTML, "the
 * Document object", "the form element").
 */
export function memberOf<T extends object, K extends keyof T>(object: T, name: K): T[K] {
  const prototype = Object.getPrototypeOf(object) as T
  return name in prototype ? Reflect.get(prototype, name, object) : object[name]
}

/** Reads a global of the page. Where the browser has none of this name, `<form id="…">` would stand there. */
export function ownGlobal(name: string): unknown {
  return Object.hasOwn(globalThis, name) ? Reflect.get(globalThis, name) : undefined
}
