import { createBrowserStorage } from 'assent/core'

function isBlocked(): boolean {
  try {
    return !localStorage
  } catch (error) {
    return error instanceof DOMException
  }
}

const told: string[] = []
void createBrowserStorage()
  .erase(
    () => true,
    (kind, name) => told.push(`${kind} ${name}`),
  )
  .then(() => parent.postMessage({ isBlocked: isBlocked(), told }, '*'))
