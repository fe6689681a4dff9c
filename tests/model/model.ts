/** A choice as the model knows it. */
export interface Chosen {
  readonly id: string
  readonly categories: readonly string[]
  readonly at: number
}

class Tab {
  view: Chosen | undefined
  isInMemory = false
  hasForgotten = false
  resetAt = 0
  readonly known = new Set<string | undefined>()

  /** Whether a record is an older one that comes late: known here, or hardly older and granting more. */
  isLate({ id, at, categories }: Chosen): boolean {
    if (!this.view) return this.hasForgotten && this.known.has(id)
    const age = this.view.at - at
    const grantsMore = categories.some((category) => !this.view?.categories.includes(category))
    return age > 0 && (this.known.has(id) || (age < 60_000 && grantsMore))
  }
}

/** What the tabs of one browser hold: the newest choice, wherever it was made, and whatever comes late. */
export class Model {
  jar: Chosen | undefined
  isBlocked = false
  /** In the order in which they began to listen. */
  private readonly listening: Tab[] = []
  private readonly tabs: Tab[] = []
  private readonly maxAge: number
  constructor(maxAge: number) {
    this.maxAge = maxAge
  }

  open(index: number): void {
    const old = this.tabs[index]
    if (old) this.listening.splice(this.listening.indexOf(old), 1)
    const tab = (this.tabs[index] = new Tab())
    this.listening.push(tab)
    this.look(tab, 0)
  }

  decide(index: number, chosen: Chosen | undefined, now: number): void {
    const tab = this.tabs[index] ?? new Tab()
    Object.assign(tab, { view: chosen, hasForgotten: !chosen, isInMemory: !!chosen && this.isBlocked })
    tab.known.add(chosen?.id)
    if (chosen) this.hold(chosen, now, tab)
    else this.forget(tab, now)
    if (!this.isBlocked) this.look(tab, now)
  }

  /** A reply arrives, or a tab writes. */
  hold(chosen: Chosen | undefined, now: number, writer?: Tab): void {
    if (this.isBlocked || this.jar?.id === chosen?.id) return
    this.jar = chosen
    for (const tab of [...this.listening]) if (tab !== writer) this.look(tab, now)
  }

  /** Removes twice: everywhere, and on the path of the record. */
  private forget(tab: Tab, now: number): void {
    tab.resetAt = now
    this.hold(undefined, now, tab)
    this.hold(undefined, now, tab)
  }

  /** The browser drops a cookie whose time is over, blocked or not. */
  expire(now: number): void {
    this.jar = undefined
    for (const tab of this.listening) this.look(tab, now)
  }

  private look(tab: Tab, now: number): void {
    tab.known.add(tab.view?.id)
    while (this.jar && tab.isLate(this.jar)) {
      if (tab.view) this.hold(tab.view, now, tab)
      else this.forget(tab, now)
    }
    if (!this.jar && tab.view && tab.view.at > tab.resetAt && now < tab.resetAt + 3000) {
      tab.resetAt = 0 // the reply to a reset took away what was chosen since
      this.hold({ ...tab.view, id: `${tab.view.id}+` }, now, tab)
    }
    if (!this.jar && tab.isInMemory) return
    Object.assign(tab, { view: this.jar, hasForgotten: !this.jar, isInMemory: false })
    tab.known.add(this.jar?.id)
  }

  granted(index: number, now: number): readonly string[] {
    const view = this.tabs[index]?.view
    return view && now < view.at + this.maxAge ? view.categories : ['essential']
  }
}
