/** Style sheets as texts: those of sites by their names, and ours by their files, such as `styles.css`. */
declare module 'virtual:sheets' {
  const sheets: Readonly<Record<string, string>>
  export default sheets
}

declare module '*.md?page' {
  import type { PageContent } from '../site/page.js'
  const page: PageContent
  export default page
}
