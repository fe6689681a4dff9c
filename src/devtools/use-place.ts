'use client'
import { useEffect, useState, type RefObject } from 'react'
import { placeBeside, type DevtoolsPosition, type Place } from './place.js'

/** Follows the banner, so that the devtools never stand over it. Nothing, until the page has been measured. */
export function usePlace(button: RefObject<HTMLElement | null>, position: DevtoolsPosition): Place | undefined {
  const [place, setPlace] = useState<Place>()
  useEffect(() => {
    let frame = 0
    const look = (): void => {
      frame = 0
      const { innerWidth: width, innerHeight: height } = window
      const { offsetWidth, offsetHeight } = button.current ?? { offsetWidth: 0, offsetHeight: 0 }
      const next = placeBeside(position, { width: offsetWidth, height: offsetHeight }, { width, height }, bannerBox())
      setPlace((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const later = (): void => {
      frame ||= requestAnimationFrame(look)
    }
    // A banner comes, goes, and changes with its words, its layout and the window.
    const mutations = new MutationObserver(later)
    mutations.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
    addEventListener('resize', later)
    addEventListener('scroll', later, { capture: true, passive: true })
    look()
    return () => {
      cancelAnimationFrame(frame)
      mutations.disconnect()
      removeEventListener('resize', later)
      removeEventListener('scroll', later, { capture: true })
    }
  }, [button, position])
  return place
}

function bannerBox(): DOMRect | undefined {
  const box = document.querySelector('[data-assent=banner]')?.getBoundingClientRect()
  return box?.width && box.height ? box : undefined // none while it is hidden
}
