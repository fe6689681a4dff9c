/**
 * Replaces the Set-Cookie lines of a response. If its headers are immutable, as those of `Response.redirect` and `fetch`,
 * it gives a copy, which takes over the body without reading it.
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

/** Removes every Set-Cookie. Gives `false` if the headers are immutable. */
function clear(headers: Headers): boolean {
  try {
    headers.delete('set-cookie')
    return true
  } catch (error) {
    // Compare the name, because a sandbox has its own TypeError class.
    if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'TypeError') return false
    throw error
  }
}

/** Copies a response. The response is its own init: it carries status, statusText, headers, and what a runtime adds. */
function copyOf(response: Response): Response {
  return new Response(NO_BODY.includes(response.status) ? null : response.body, response)
}

// The constructor throws if one of these has a body, even an empty stream (Fetch, null body status).
const NO_BODY: readonly number[] = [101, 103, 204, 205, 304]
