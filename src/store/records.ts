import type { Jar, WriteResult } from '../core/cookies/jar.js'
import type { Consent } from '../core/declaration/consent.js'
import { RESET_MILLISECONDS } from '../core/decision/choice.js'
import {
  isIn,
  makeRecord,
  readRecord,
  stringifyRecord,
  type Choice,
  type ConsentRecord,
  type Via,
} from '../core/decision/record.js'

/** How long a reply to a page that the visitor has left may take, and how far a clock may be put right. In milliseconds. */
const MAX_DELAY = 60_000
/** A program that writes an older record more often than this guards its cookies and never gives in. */
const MAX_LATE_RECORDS = 9

/** The records of one store: what the jar holds, what is written to it, and which records come late. */
export interface Records {
  read(this: void): ConsentRecord | undefined
  /** The record of a choice that is made now. */
  make(this: void, via: Via, choice: Choice, language: string | undefined): ConsentRecord
  /** Writes a record over what the jar holds. Without one it forgets that. */
  write(this: void, record: ConsentRecord | undefined): WriteResult
  /**
   * Looks at what the jar holds, beside the record that the store holds: gives what counts now. Nothing, where the store's
   * own record counts: while it is written, while it is in memory only, and where a late record was written over.
   */
  look(this: void, held: ConsentRecord | undefined): { readonly record: ConsentRecord | undefined } | undefined
}

export function createRecords(
  consent: Consent,
  jar: Jar,
  clock: () => number,
  createId: () => string = randomId,
): Records {
  const { cookie } = consent
  const { name } = cookie
  const ids = new Set<string | undefined>()
  let newest = 0
  let lateRecords = 0
  let isWriting = false
  let isInMemory = false
  let isForgotten = false
  let forgottenAt = 0

  const remember = (record: ConsentRecord | undefined): void => {
    if (!record) return
    ids.add(record.id)
    newest = Math.max(newest, timeOf(record) || 0) // its time may not be known
  }
  /**
   * Whether a record comes late: it was held before, and is older than the one that is held now, or than its being
   * forgotten. One that is not known here, for a page that was left, is late where it is hardly older and grants more: a
   * server's clock may differ from the page's, and a refusal always counts.
   */
  const isLate = (record: ConsentRecord, held: ConsentRecord | undefined): boolean => {
    const { id } = record
    if (!id || id === held?.id) return false
    const age = held ? timeOf(held) - timeOf(record) : Number(isForgotten)
    const isKnown = ids.has(id) || (age < MAX_DELAY && !!held && grantsMore(record, held))
    return age > 0 && isKnown && lateRecords++ < MAX_LATE_RECORDS
  }
  const records: Records = {
    read: () => readRecord(jar.getAll(name), consent, { now: clock() }),
    make(via, choice, language) {
      const now = clock()
      // After every other choice, though the clock has not moved since, or was put right by a little. All tabs compare these
      // times, so that no two of them write against each other.
      const time = now > newest || now < newest - MAX_DELAY ? now : newest + 1
      return makeRecord(choice, consent, { via, timestamp: new Date(time).toISOString(), id: createId(), language })
    },
    write(record) {
      remember(record)
      isForgotten = !record
      isInMemory = false
      isWriting = true // the jar tells of our own writes, too: nothing is read meanwhile
      try {
        if (!record) {
          forgottenAt = clock()
          jar.remove(name, { everywhere: true })
          return jar.remove(name, cookie) // on its own path, where that is none of this page's
        }
        const set = (): WriteResult => jar.set(name, stringifyRecord(record, consent), cookie)
        let result = set()
        if (jar.getAll(name).length > 1) {
          jar.remove(name, { everywhere: true }) // another one of this name, on another path or domain
          result = set()
        }
        isInMemory = !result.ok
        return result
      } finally {
        isWriting = false
      }
    },
    look(held) {
      if (isWriting) return
      remember(held)
      let record = records.read()
      while (record && isLate(record, held)) {
        records.write(held)
        record = records.read()
      }
      const isGone = !record && !jar.getAll(name).length
      // The reply to a reset deletes what was chosen while it was awaited. It comes back by another id: a tab that has seen it go
      // would take this one for a late record.
      if (isGone && held && timeOf(held) > forgottenAt && clock() < forgottenAt + RESET_MILLISECONDS) {
        forgottenAt = 0
        records.write({ ...held, id: createId() })
        record = records.read()
      }
      if (!record && isInMemory) return
      remember(record)
      isInMemory = false
      // A record that is gone was forgotten by another tab; one that cannot be read was not.
      isForgotten = !record && (isForgotten || isGone)
      return { record }
    },
  }
  return records
}

/** `randomUUID` is missing over plain http. */
function randomId(): string {
  return crypto.getRandomValues(new BigUint64Array(2)).join('')
}

function timeOf({ timestamp }: ConsentRecord): number {
  return Date.parse(String(timestamp))
}

function grantsMore({ categories, services }: ConsentRecord, held: ConsentRecord): boolean {
  return !categories.every(isIn(held.categories)) || (!!held.services && !services?.every(isIn(held.services)))
}
