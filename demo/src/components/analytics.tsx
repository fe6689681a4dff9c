import { ConsentScript } from 'assent'
import { WatchGate } from '../happening/watch.js'
import { policy } from '../script-policy.js'

/** Loads the analytics of another company while the visitor allows it. Its cookies go when they no longer do. */
export function Analytics() {
  return (
    <>
      <WatchGate path="/vendor/analytics.js" category="analytics" />
      <ConsentScript category="analytics" src="/vendor/analytics.js" policy={policy} />
    </>
  )
}
