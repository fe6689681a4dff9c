import { useCallback, type RefObject } from 'react'
import { useConsentContext } from '../../react/context.js'

/** Lays over the draft what was ticked in a form before React took it over: each box that is not as it was sent. */
export function useTicks(form: RefObject<HTMLFormElement | null>): () => void {
  const { store } = useConsentContext()
  return useCallback(() => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>('[name=categories]') ?? [])
      if (box.checked !== box.defaultChecked)
        store.setDraft({ categories: toggle(store.getState().draft.categories, box.value, box.checked) })
  }, [form, store])
}

/** The ids with this one, or without it. */
export function toggle<Id extends string>(ids: readonly Id[], id: Id, isTicked: boolean): Id[] {
  return isTicked ? [...ids, id] : ids.filter((other) => other !== id)
}
