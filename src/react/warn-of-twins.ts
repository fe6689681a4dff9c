import { twinFault } from '../browser/twin-fault.js'
import { warn } from '../core/debug.js'

/**
 * Warns where the page's own rules made Accept and Reject of a banner differ, or hard to read. For development builds. Gives the
 * fault, so that it is told once.
 */
export function warnOfTwins(banner: HTMLElement, known: string | undefined): string | undefined {
  const [accept, reject] = ['accept', 'reject'].map((name) =>
    banner.querySelector<HTMLElement>(`[data-assent=${name}]`),
  )
  const fault = accept && reject ? twinFault(accept, reject) : undefined
  if (fault !== undefined && fault !== known)
    warn(
      `${fault} To refuse must be as easy as to accept (EDPB 03/2022). Rules of the page that are in no layer beat those of "assent/styles.css". Import "assent/styles.unlayered.css" instead.`,
    )
  return fault
}
