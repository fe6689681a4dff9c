/**
 * Where the before-paint script keeps what it did, and marks what the visitor ticked. A symbol, because `<form id="…">`
 * and `<img name="…">` give an element any name on a window or a document.
 */
export const EARLY: unique symbol = Symbol.for('assent')

/** What a click before hydration asks for. */
export type EarlyChoice = 'accept' | 'reject' | 'dismiss' | 'customize' | 'open'

/** What the script does for a page, however often it runs in it. */
export interface EarlyPage {
  /** Looks after the banner that follows this script, until that is taken over. */
  add(this: void, script: HTMLOrSVGScriptElement | null): void
  /**
   * Ends what this script is there for, once the live banner is, and gives the choice that was clicked and that nobody has
   * carried out. The sheet goes with the last script, or when the live banner asks.
   */
  takeOver(this: void, script: HTMLScriptElement | null, isAsking: boolean): EarlyChoice | undefined
}

/** What the script did in this page, or nothing where it has not run. */
export function earlyPage(): EarlyPage | undefined {
  return (window as { [EARLY]?: EarlyPage })[EARLY]
}

/** Whether the visitor ticked or unticked it before React ran, told once. A browser that restores a form marks nothing. */
export function takeEarlyTick(box: HTMLInputElement): boolean {
  return EARLY in box && Reflect.deleteProperty(box, EARLY)
}
