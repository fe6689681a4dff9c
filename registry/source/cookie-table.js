'use client';
import { CookieTable as Table } from 'assent';
/** Every declared cookie, for the privacy policy. On a phone it scrolls within its own box. */
export function CookieTable() {
    return (<div className="relative w-full overflow-x-auto" tabIndex={0} role="group" aria-label="Cookies">
      <Table className="w-full caption-bottom text-sm [&_code]:text-xs [&_td]:p-2 [&_td]:align-top [&_th]:p-2 [&_th]:text-start [&_th]:align-top [&_th]:font-medium [&_tr]:border-b"/>
    </div>);
}
