import css from '../src/styles/index.css?inline'

const sheet: HTMLStyleElement = document.createElement('style')
sheet.textContent = css
document.head.append(sheet)

/** Takes our style sheet off the page, and gives what puts it back: a story without any, or with those of a site. */
export function withoutOwnSheet(): () => void {
  sheet.disabled = true
  return () => {
    sheet.disabled = false
  }
}
