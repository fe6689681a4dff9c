import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parseRecord } from 'assent/core'
import { Browser, shop, type Network } from './browser.js'
import { Model, type Chosen } from './model.js'

const NOON = Date.parse('2026-03-01T12:00:00.000Z')
const DAY = 24 * 3600 * 1000

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined) // of posts that failed
  vi.useFakeTimers({ now: NOON, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  // Node's own timeout does not follow the clock of a test.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((wait) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), wait)
    return controller.signal
  })
})
afterEach(() => {
  vi.useRealTimers()
})

interface Setup {
  readonly model: Model
  readonly real: Browser
}

/** One step, of the model and of the real thing. */
class Step implements fc.AsyncCommand<Setup, object> {
  private readonly name: string
  private readonly act: (setup: Setup) => unknown
  constructor(name: string, act: (setup: Setup) => unknown) {
    this.name = name
    this.act = act
  }
  check = (): boolean => true
  toString = (): string => this.name
  async run(setup: Setup): Promise<void> {
    await pass(setup, 400)
    await this.act(setup)
    await pass(setup, 0)
    const { model, real } = setup
    expect(withoutId(chosenIn(real.jar.get('cookie_consent')))).toEqual(withoutId(model.jar))
    for (const [index, { store }] of real.pages.entries())
      expect(store.getState().grant.categories).toEqual(model.granted(index, Date.now()))
    expect(real.jar.getAll()).toMatchObject({ sessionid: 's', other: 'o' })
  }
}

/** Lets time pass, and tells the model what has arrived. */
async function pass({ model, real }: Setup, time: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(time)
  const now = Date.now()
  if (model.jar && now >= model.jar.at + 20 * DAY) model.expire(now)
  for (const text of real.arrived.splice(0)) model.hold(chosenIn(text), now)
}

function chosenIn(text: string | undefined): Chosen | undefined {
  const record = parseRecord(text, shop, { now: Date.now() })
  return record && { id: record.id ?? '', categories: record.categories, at: Date.parse(record.timestamp ?? '') }
}

/** A record that was written again has another id. */
function withoutId(chosen: Chosen | undefined): Omit<Chosen, 'id'> | undefined {
  return chosen && { categories: chosen.categories, at: chosen.at }
}

const tab = fc.nat({ max: 1 })
const decision = (name: string, act: (store: Browser['pages'][0]['store']) => unknown, isBlocked?: boolean) =>
  tab.map(
    (index) =>
      new Step(`tab ${index}: ${name}`, ({ model, real }) => {
        const { store } = real.pages[index] ?? expect.fail()
        const before = real.isBlocked
        real.isBlocked = model.isBlocked = isBlocked ?? before
        act(store)
        const { record } = store.getState()
        model.decide(index, record && chosenIn(JSON.stringify(record)), Date.now())
        real.isBlocked = model.isBlocked = before
      }),
  )
const reload = ({ model, real }: Setup, index: number): void => {
  real.reload(index)
  model.open(index)
}
const toggle = (isBlocked: boolean) =>
  new Step(isBlocked ? 'cookies are blocked' : 'cookies work', ({ model, real }) => {
    real.isBlocked = model.isBlocked = isBlocked
  })
const steps = {
  accept: decision('accept', (store) => store.acceptAll()),
  reject: decision('reject', (store) => store.rejectAll()),
  save: fc
    .subarray([...shop.ids])
    .chain((categories) => decision(`save ${categories.join()}`, (store) => store.save({ categories }))),
  inMemory: decision('accept, while cookies are blocked', (store) => store.acceptAll(), true),
  reset: decision('reset', (store) => store.reset()),
  reload: tab.map((index) => new Step(`tab ${index}: reload`, (setup) => reload(setup, index))),
  reloadBoth: fc.constant(
    new Step('both tabs: reload', (setup) => {
      reload(setup, 0)
      reload(setup, 1)
    }),
  ),
  blocked: fc.boolean().map(toggle),
  network: fc.constantFrom<Network>('up', 'slow', 'slow', 'broken', 'dead').map(
    (network) =>
      new Step(`the network is ${network}`, ({ real }) => {
        real.network = network
      }),
  ),
  reply: fc.nat({ max: 5 }).map(
    (index) =>
      new Step(`reply ${index} arrives`, ({ real }) => {
        for (const arrive of real.pending.splice(index % (real.pending.length || 1), 1)) arrive()
      }),
  ),
  days: fc.constantFrom(7, 25).map(
    (days) =>
      new Step(`${days} days pass`, async (setup) => {
        setup.real.pending.length = 0 // no connection lives that long
        await pass(setup, days * DAY)
        setup.real.pending.length = 0
      }),
  ),
}
const { accept, reject, save, inMemory, reset, reply, reloadBoth, blocked, network, days } = steps
/** The commoner ones are there twice. */
const all = [
  ...[accept, reject, reset, reply].flatMap((step) => [step, step]),
  reply,
  save,
  inMemory,
  steps.reload,
  reloadBoth,
  blocked,
  network,
  days,
]

const first = fc.constantFrom<Network>('up', 'slow')

it(
  'ends in the state that the model predicts, after any steps in any order',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(all, { maxCommands: 16, size: 'max' }), first, async (commands, network) => {
        vi.setSystemTime(NOON)
        const real = new Browser()
        real.network = network
        const model = new Model(20 * DAY)
        model.open(0)
        model.open(1)
        try {
          await fc.asyncModelRun(() => ({ model: { model, real }, real: {} }), commands)
        } finally {
          real.close()
          vi.clearAllTimers()
        }
      }),
      { numRuns: 2000 * Number(process.env.FUZZ ?? 1) },
    )
  },
  120_000 * Number(process.env.FUZZ ?? 1),
)
