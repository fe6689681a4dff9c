'use client'

import { Banner, ConsentBanner, useConsentStore } from 'assent'
import { CookiePanel } from '@/components/cookie-panel'
import { Button } from '@/components/ui/button'

/** Asks for consent, or informs. Reject and Accept keep one variant: to refuse must be as easy as to accept. */
export function CookieBanner() {
  const isNotice = useConsentStore((state) => state.asking === 'notice')
  return (
    <ConsentBanner
      panel={<CookiePanel />}
      className="fixed inset-x-0 bottom-0 z-50 max-h-[60dvh] overflow-auto border-t bg-background p-4 text-sm text-foreground shadow-lg sm:inset-x-auto sm:start-4 sm:bottom-4 sm:w-[26rem] sm:rounded-lg sm:border sm:p-5"
    >
      <Banner.Title className="text-base font-semibold" />
      <Banner.Description className="mt-1 text-muted-foreground [&_a]:text-foreground [&_a]:underline [&_a]:underline-offset-4" />
      <Banner.Changes className="mt-2 text-muted-foreground" />
      <Banner.Signal className="mt-2 text-muted-foreground" />
      <Banner.Actions className="sticky bottom-0 mt-4 flex flex-wrap gap-2 bg-background">
        {isNotice ? (
          <Banner.Dismiss render={<Button className="flex-1" />} />
        ) : (
          <>
            <Banner.Reject render={<Button className="flex-1" />} />
            <Banner.Accept render={<Button className="flex-1" />} />
          </>
        )}
        <Banner.Customize render={<Button variant="ghost" className="flex-1" />} />
      </Banner.Actions>
    </ConsentBanner>
  )
}
