import { warn } from '../core/debug.js'

/** Called with an error that happened while a request was answered. The reply is still sent. */
export type OnError = (error: unknown, context: { readonly request: Request }) => unknown

/** Reports a failure once: to `onError`, or to the console in development. It never throws. */
export type Report = (what: string, error: unknown, request: Request) => void

export function reportTo(onError: OnError | undefined): Report {
  const fail = (error: unknown): void => warn('onError failed.', error)
  return (what, error, request) => {
    if (!onError) {
      warn(what, error)
      return
    }
    try {
      Promise.resolve(onError(error, { request })).catch(fail)
    } catch (failure) {
      fail(failure)
    }
  }
}

/** Calls a site's `regionOf` once for each request. If it fails, the failure is reported and the region stays unknown. */
export function regionReader(
  regionOf: ((request: Request) => string | undefined) | undefined,
  report: Report,
): (request: Request) => string | undefined {
  const known = new WeakMap<Request, string | undefined>()
  return (request) => {
    if (!known.has(request)) known.set(request, undefined)
    else return known.get(request)
    try {
      known.set(request, regionOf?.(request))
    } catch (error) {
      report('regionOf failed, so the region of the visitor is not known.', error, request)
    }
    return known.get(request)
  }
}
