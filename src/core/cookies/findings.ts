import { ADVICE, type AdviceCode } from './findings-advice.js'
import { CHANGED, type ChangedCode } from './findings-changed.js'
import { REFUSED, type RefusedCode } from './findings-refused.js'

/** `refused`: browsers drop the cookie. `changed`: they store another. `advice`: it works, but should not stay so. */
export type FindingSeverity = 'refused' | 'changed' | 'advice'

/** What can be wrong with a cookie. Codes are stable: match on them, never on the text. */
export type FindingCode = RefusedCode | ChangedCode | AdviceCode

/** The rule behind a finding: where it stands; what happens, why, and what to write instead. */
export interface FindingRule {
  readonly clause: string
  readonly message: string
}

/** One thing that is wrong with a cookie. */
export interface Finding extends FindingRule {
  readonly code: FindingCode
  readonly severity: FindingSeverity
}

/** What browsers would drop, as a finding; `detail` says on what. */
export function refused(code: RefusedCode, detail?: string): Finding {
  return { code, severity: 'refused', ...withDetail(REFUSED[code], detail) }
}

/** What browsers would store otherwise, as a finding; `detail` says on what. */
export function changed(code: ChangedCode, detail?: string): Finding {
  return { code, severity: 'changed', ...withDetail(CHANGED[code], detail) }
}

/** What a careful engineer would write otherwise, as a finding; `detail` says on what. */
export function advice(code: AdviceCode, detail?: string): Finding {
  return { code, severity: 'advice', ...withDetail(ADVICE[code], detail) }
}

function withDetail(rule: FindingRule, detail: string | undefined): FindingRule {
  return detail ? { ...rule, message: `${rule.message} (${detail})` } : rule
}
