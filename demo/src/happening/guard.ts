import { startGuard, type Blocked } from 'assent/guard'
import { consent } from '../consent.js'
import type { Options } from '../trying/options.js'
import type { Log } from './log.js'

/** Starts the guard, where it is switched on, and writes down what it blocks. */
export function guardFor({ guard, region }: Options, log: Log): void {
  if (guard === 'off') return
  startGuard(consent, { mode: 'hold', region, onBlocked: (blocked) => log.add(...tell(blocked)) })
}

function tell({ route, target, missing, held }: Blocked): Parameters<Log['add']> {
  const owners = missing.map(({ category, service }) => service ?? category).join(', ')
  const what = /cookie/i.test(route) ? target : new URL(target, location.href).pathname
  return [
    held ? 'held' : 'refused',
    what,
    `The guard stopped ${route}. ${held ? 'It waits for' : 'It needs'} ${owners}.`,
  ]
}
