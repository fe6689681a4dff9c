// Every part on one page, as static HTML, for frames of their own: styles of sites must not reach the runner's page.
import {
  ConsentBanner,
  ConsentFrame,
  ConsentGate,
  ConsentProvider,
  CookieTable,
  defineConsent,
  PreferencesButton,
  PreferencesForm,
  PreferencesPanel,
} from 'assent'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Sheets } from './serve-sheets.js'

export const BANNERS = ['card', 'bar', 'dialog', 'inline'] as const
export const PANELS = ['dialog', 'drawer'] as const

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Keeps you signed in.', required: true, cookies: ['sessionid'] },
    analytics: {
      name: 'Analytics',
      description: 'Counts visits, so that we see which pages help.',
      cookies: [{ name: '_ga*', provider: 'Google', purpose: 'Tells visitors apart', duration: '2 years' }],
    },
    marketing: {
      name: 'Marketing',
      description: 'Shows advertising.',
      services: { meta: { name: 'Meta Pixel', description: 'Measures advertising.', cookies: ['_fbp'] } },
    },
  },
  endpoint: '/consent',
  policy: '/privacy',
})

export interface Scene {
  readonly banner?: (typeof BANNERS)[number]
  readonly panel?: (typeof PANELS)[number]
  readonly sheets: readonly string[]
  readonly width: number
  readonly height?: number
  readonly dir?: 'ltr' | 'rtl'
  /** The page's own `color-scheme`. */
  readonly scheme?: string | undefined
  /** Attributes of `<html>`. */
  readonly attributes?: string | undefined
}

/** What does not float stands in a box that no site's rules change. */
const STAGE = 'all: initial; display: block; position: absolute; inset: 0 0 auto; padding: 16px; box-sizing: border-box'

export function htmlOf({ banner = 'card', panel = 'dialog', sheets, dir, scheme, attributes }: Scene): string {
  const parts = renderToStaticMarkup(
    <ConsentProvider consent={consent}>
      <ConsentBanner data-layout={banner} panel={<PreferencesPanel data-layout={panel} />} />
      <div id="stage">
        <PreferencesForm />
        <CookieTable />
        <ConsentFrame category="marketing" src="https://example.com/" title="How we glaze a bowl" />
        <ConsentGate category="marketing" fallback="Waits for you." />
        <PreferencesButton />
      </div>
    </ConsentProvider>,
  )
  const inFlow = banner === 'inline' ? parts.replace(/<section.*?<\/section>/s, '') : parts
  const section = /<section.*?<\/section>/s.exec(parts)?.[0] ?? ''
  const staged = inFlow.replace(
    '<div id="stage">',
    `<div id="stage" style="${STAGE}; color-scheme: ${scheme ?? 'normal'}; color: CanvasText">${banner === 'inline' ? section : ''}`,
  )
  const styles = sheets.map((sheet) => `<style>${sheet}</style>`).join('')
  return `<!doctype html><html lang="en" dir="${dir ?? 'ltr'}" ${attributes ?? ''}${
    scheme === undefined ? '' : ` style="color-scheme: ${scheme}; background: Canvas; color: CanvasText"`
  }><head>${styles}</head><body style="margin: 0; background: none">${staged}</body></html>`
}

/** Opens a page in a frame, and gives its document. */
export async function openScene(scene: Scene): Promise<Document> {
  const frame = document.createElement('iframe')
  // The mouse is somewhere, and must hover nothing.
  frame.style.cssText = `border: 0; pointer-events: none; inline-size: ${String(scene.width)}px; block-size: ${String(scene.height ?? 740)}px`
  frame.srcdoc = htmlOf({ ...scene, sheets: [...scene.sheets] })
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  if (!frame.contentDocument) throw new Error('The frame has no document.')
  return frame.contentDocument
}

export function closeScenes(): void {
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
}

let sheets: Promise<Sheets> | undefined
export function loadSheets(): Promise<Sheets> {
  sheets ??= fetch('/sheets').then((response) => response.json() as Promise<Sheets>)
  return sheets
}

export function partOf(target: Document, name: string): HTMLElement {
  const element = target.querySelector<HTMLElement>(`[data-assent="${name}"]`)
  if (!element) throw new Error(`There is no ${name}.`)
  return element
}

/** Opens the panel, ready to be pressed, and gives it. */
export function openPanel(target: Document): HTMLElement {
  const panel = partOf(target, 'panel') as HTMLDialogElement // as the component renders it
  panel.showModal()
  panel.toggleAttribute('data-settled')
  return panel
}
