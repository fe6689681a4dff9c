import { useEffect, useRef } from 'react'
import { Drawer } from './drawer.js'
import { useTrying } from './trying.js'

const HOME = 'https://github.com/assent-js/assent'

/** Says what this site is for, and opens the switches. It speaks for the package, so it is in English. */
export function Strip() {
  const { isOpen } = useTrying()
  const drawer = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = ({ key }: KeyboardEvent): void => {
      const { current: details } = drawer
      if (key !== 'Escape' || !details?.open || !details.contains(document.activeElement)) return
      details.open = false
      details.querySelector('summary')?.focus()
    }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [])
  return (
    <aside className="strip" lang="en" dir="ltr" aria-label="About this demonstration">
      <p>
        <b>assent</b> <span>asks for consent, and makes every cookie obey. This shop is invented to show it.</span>
      </p>
      <ul>
        <li className="install">
          <code>npm i assent</code>
        </li>
        <li>
          <a href={`${HOME}/tree/main/docs#readme`}>Docs</a>
        </li>
        <li>
          <a href={HOME}>Source</a>
        </li>
      </ul>
      <details ref={drawer} open={isOpen}>
        <summary>Try it</summary>
        <Drawer />
      </details>
    </aside>
  )
}
