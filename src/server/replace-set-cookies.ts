/**
 * Puts these Set-Cookie lines in place of those of a response. Where its headers cannot be changed, as those of
 * `Response.redirect` and of `fetch`, it gives a copy, which takes over the body without reading it.
 */
export function replaceSetCookies(response: Response, lines: readonly string[]): Response {
  let target = response
  if (!clear(response.headers)) {
    target = copyOf(response)
    clear(target.headers)
  }
  for (const line of lines) target.headers.append('set-cookie', line)
  return target
}

/** Takes every Set-Cookie out; `false` where the headers cannot be changed. */
function clear(headers: Headers): boolean {
  try {
    headers.delete('set-cookie')
    return true
  } catch (error) {
    // By its name: a sandbox has a TypeError of its own.
    if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'TypeError') return false
    throw error
  }
}

/** With the response itself as its init, which carries status, statusText, headers, and what a runtime adds. */
function copyOf(response: Response): Response {
  return new Response(NO_BODY.includes(response.status) ? null : response.body, response)
}

// The constructor throws for a body with one of these, also for an empty stream (Fetch, null body status).
const NO_BODY: readonly number[] = [101, 103, 204, 205, 304]
