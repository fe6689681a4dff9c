/** How serious a finding is. `refused`: browsers drop the cookie. `changed`: they store it differently. `advice`: it works, but should be improved. */
export type FindingSeverity = 'refused' | 'changed' | 'advice'

/** The rule behind a finding: its clause, and a message that says what happens, why, and what to write instead. */
export interface FindingRule {
  readonly clause: string
  readonly message: string
}

/** A problem of a cookie. */
export interface FindingOf<Code extends string> extends FindingRule {
  readonly code: Code
  readonly severity: FindingSeverity
}

/** Makes the function that creates the findings of one severity. `detail` is the text that the finding is about. */
export function findingsFrom<Code extends string>(
  severity: FindingSeverity,
  rules: Readonly<Record<Code, FindingRule>>,
): (code: Code, detail?: string) => FindingOf<Code> {
  return (code, detail) => {
    const { clause, message } = rules[code]
    return { code, severity, clause, message: detail ? `${message} (${detail})` : message }
  }
}
