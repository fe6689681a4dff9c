import { useCallback, type RefObject } from 'react'
import { useConsentContext } from '../../react/context.js'
import { tick } from './tick.js'

/**
 * Lays over the draft what was ticked in a form before React took it over: each box that is not as it was sent. Services
 * first: a category that was ticked with some of them does not bring the others.
 */
export function useTicks(form: RefObject<HTMLFormElement | null>): () => void {
  const { store } = useConsentContext()
  return useCallback(() => {
    for (const field of ['services', 'categories'] as const)
      for (const box of form.current?.querySelectorAll<HTMLInputElement>(`[name=${field}]`) ?? []) {
        const { checked, value } = box
        const { category = value } = box.closest<HTMLElement>('[data-category]')?.dataset ?? {}
        if (checked !== box.defaultChecked && checked !== store.getState().draft[field].includes(value))
          tick(store, checked, category, field === 'services' ? value : undefined)
      }
  }, [form, store])
}
