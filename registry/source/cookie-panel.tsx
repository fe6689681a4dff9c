'use client'

import { Panel, PreferencesPanel } from 'assent'
import { Button } from '@/components/ui/button'

const details =
  '[&_details]:text-xs [&_details]:text-muted-foreground [&_summary]:w-fit [&_summary]:cursor-pointer [&_summary]:py-1 [&_ul]:mt-1 [&_ul]:grid [&_ul]:gap-2 [&_li_span]:block'
const category =
  '[&_[data-assent=category]]:border-t [&_[data-assent=category]]:py-3 [&_label]:flex [&_label]:items-center [&_label]:justify-between [&_label]:gap-4 [&_label]:font-medium [&_p]:text-muted-foreground'
const boxes =
  '[&_input]:size-5 [&_input]:shrink-0 [&_input]:accent-primary [&_[data-assent=always]]:text-xs [&_[data-assent=always]]:text-muted-foreground'

/** The preferences. Reject and Accept are outlined twins, Save is filled and last: one primary, and no nudge. */
export function CookiePanel() {
  return (
    <PreferencesPanel className="m-auto max-h-[min(45rem,100dvh-2rem)] w-[min(40rem,100%-2rem)] rounded-lg border bg-background p-0 text-sm text-foreground shadow-lg backdrop:bg-black/50">
      <Panel.Header className="flex items-center justify-between gap-2 border-b p-4">
        <Panel.Title className="text-base font-semibold outline-none" />
        <Panel.Close render={<Button variant="ghost" size="icon" />} />
      </Panel.Header>
      <Panel.Body className={`px-4 pt-3 ${category} ${details} ${boxes}`}>
        <Panel.Description className="mb-3 [&_a]:text-foreground [&_a]:underline [&_a]:underline-offset-4" />
        <Panel.Signal className="mb-3" />
        <Panel.Categories className="min-w-0 border-0 p-0" />
      </Panel.Body>
      <Panel.Actions className="sticky bottom-0 flex flex-wrap gap-2 border-t bg-background p-4">
        <Panel.Reject render={<Button variant="outline" className="flex-1" />} />
        <Panel.Accept render={<Button variant="outline" className="flex-1" />} />
        <Panel.Save render={<Button className="flex-1" />} />
      </Panel.Actions>
    </PreferencesPanel>
  )
}
