import type { Log } from './log.js'

/** Does what many scripts do: it asks nobody. With the guard it waits; without, it gets what it wants. */
export function runCarelessScript(log: Log): void {
  log.add('chosen', 'A careless script runs', 'It asks nobody.')
  document.cookie = `_ga_CARELESS=${Date.now()}; Path=/; Max-Age=86400; SameSite=Lax`
  // Blocked requests fail, as if the network were down.
  fetch('/collect', { method: 'POST', body: 'careless' }).catch(() => undefined)
}
