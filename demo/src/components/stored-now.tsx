import { createBrowserJar, useConsentStore } from 'assent'
import { useSyncExternalStore } from 'react'
import { consent } from '../consent.js'
import { useWords } from '../use-settings.js'

const jar = createBrowserJar()
const subscribe = (onChange: () => void) => jar.subscribe(onChange)
const none: Readonly<Record<string, string>> = {}

/** The cookies of this page as they are: on the server, and until the page is alive, none. */
function useBrowserCookies() {
  return useSyncExternalStore(
    subscribe,
    () => jar.getAll(),
    () => none,
  )
}

/** What the visitor decided and what their browser holds, live. For the curious, and for developers. */
export function StoredNow() {
  const words = useWords().stored
  const status = useConsentStore((state) => state.status)
  const granted = useConsentStore((state) => state.grant.categories)
  const cookies = Object.entries(useBrowserCookies())
  return (
    <details className="stored" id="stored">
      <summary>{words.title}</summary>
      <dl>
        <div>
          <dt>{words.status}</dt>
          <dd>
            <code>{status}</code>
          </dd>
        </div>
        <div>
          <dt>{words.granted}</dt>
          <dd>
            <code>{granted.join(', ')}</code>
          </dd>
        </div>
      </dl>
      {cookies.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.cookie}</th>
              <th scope="col">{words.category}</th>
              <th scope="col">{words.value}</th>
            </tr>
          </thead>
          <tbody>
            {cookies.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{name === consent.cookie.name ? 'essential' : (consent.categoryOf(name) ?? words.unknown)}</td>
                <td>
                  <code>{value}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}
