import type { ConsentRecord } from '../core/decision/record.js'

/** How long a reply to a page that the visitor has left may take, and how far a clock may be put right. In milliseconds. */
const MAX_DELAY = 60_000
/** Who writes an older record more often than this means it: a program that guards its cookies, and never gives in. */
const MAX_LATE_RECORDS = 9

/** The records that a store has held: one of them that comes again came with a reply that was late. */
export interface HeldRecords {
  add(this: void, record: ConsentRecord | undefined): void
  /**
   * Whether a record comes late: it was held before, and is older than the one that is held now, or than its being
   * forgotten. One that is not known here, for a page that was left, is late where it is hardly older and grants more: a
   * server's clock may differ from the page's, and a refusal always counts.
   */
  isLate(this: void, record: ConsentRecord, held: ConsentRecord | undefined, isForgotten: boolean): boolean
  /**
   * When a choice is made, in milliseconds: after every other one, though the clock has not moved since, or was put right
   * by a little. All tabs compare these times, so that no two of them write against each other.
   */
  timeOfChoice(this: void, now: number): number
}

export function createHeldRecords(): HeldRecords {
  const ids = new Set<string>()
  let newest = 0
  let lateRecords = 0
  return {
    add(record) {
      if (record?.id) ids.add(record.id)
      if (record && timeOf(record) > newest) newest = timeOf(record)
    },
    isLate(record, held, isForgotten) {
      const { id } = record
      if (!id || id === held?.id) return false
      const age = held ? timeOf(held) - timeOf(record) : Number(isForgotten)
      const isKnown = ids.has(id) || (age < MAX_DELAY && !!held && grantsMore(record, held))
      return age > 0 && isKnown && lateRecords++ < MAX_LATE_RECORDS
    },
    timeOfChoice: (now) => (now > newest || now < newest - MAX_DELAY ? now : newest + 1),
  }
}

function timeOf({ timestamp }: ConsentRecord): number {
  return Date.parse(String(timestamp))
}

function grantsMore({ categories, services }: ConsentRecord, held: ConsentRecord): boolean {
  return (
    categories.some((id) => !held.categories.includes(id)) ||
    (!!held.services && !services?.every((id) => held.services?.includes(id)))
  )
}

/** Not randomUUID, which browsers lack over plain http. */
export function randomId(): string {
  return crypto.getRandomValues(new BigUint64Array(2)).join('')
}
