export { startGuard, type GrantSource, type Guard, type GuardOptions } from './guard/start-guard.js'
export type { Blocked, GuardRoute } from './guard/judge.js'
