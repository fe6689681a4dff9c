import { debug } from '../core/debug.js'

/** Uses what a page keeps, where there is a page and that is not blocked, as it is in a sandboxed frame. */
export function onPage<T>(task: () => T, otherwise: T): T {
  if (typeof document === 'undefined') return otherwise
  try {
    return task()
  } catch (error) {
    debug('Cookies or storage are blocked.', error)
    return otherwise
  }
}
