import { useEffect, useLayoutEffect } from 'react'

/** Before the paint in a browser. React 18 warns of layout effects on a server, where they never run. */
export const useBrowserEffect: typeof useEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
