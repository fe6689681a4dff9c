/** What has the focus, and all that it stands in, from the inside out. */
export function pathOfFocus(): Element[] {
  const path: Element[] = []
  for (let element = document.activeElement; element; element = element.parentElement) path.push(element)
  return path
}

/**
 * Focuses the nearest of a path that is still there, where a dialog has closed and its opener has gone with what was
 * granted, as that in the fallback of a gate does (WCAG 2.4.3). What holds the dialog, too, is the page itself.
 */
export function returnFocus(path: readonly Element[], dialog: Element): void {
  const near = path.find((element) => element.isConnected && !element.contains(dialog))
  if (near === path[0] || !(near instanceof HTMLElement)) return // the browser has focused the opener
  near.tabIndex = -1
  near.addEventListener('blur', () => near.removeAttribute('tabindex'), { once: true })
  near.focus({ preventScroll: true })
}
