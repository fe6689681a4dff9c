/**
 * The script that stands before the banner on pages that are cached for everyone. Before the first paint it hides the
 * banner from visitors who decided, by an adopted style sheet, so that nothing that React owns changes; and it keeps
 * clicks made before hydration, where no form posts them, or opens the panel at once. Its text is constant: allow it by `beforePaintHash`, or by a nonce. Its settings are
 * its own `data-cookie`, `data-version` and `data-max-age`.
 *
 * @example
 * ```ts
 * import { beforePaintHash } from 'assent/core'
 *
 * const policy = `script-src 'self' '${beforePaintHash}'`
 * ```
 */
export const beforePaintScript: string =
  '(d=>{let q=window.__assent={},h=()=>{(q.sheet=new CSSStyleSheet).replaceSync("[data-assent=banner]{display:none}");document.adoptedStyleSheets.push(q.sheet)},' +
  'f=e=>{let b=e.target.closest("[data-assent=banner] [type=button],[data-assent=customize],[data-assent=open]"),c=b&&b.dataset.assent,s=b&&b.type=="submit",p=s&&document.getElementById("assent-preferences");' +
  '/^(acc|rej|cus|ope)/.test(c)&&(s?p:!b.commandForElement)&&(e.preventDefault(),e.stopPropagation(),s?p.open||p.showModal():q.choice=c)};' +
  'addEventListener("click",f,!0);q.stop=()=>removeEventListener("click",f,!0);' +
  'try{let c=document.cookie.split("; ").filter(c=>c.startsWith(d.cookie+"="));if(c.length==1&&d.maxAge){let v=c[0].slice(d.cookie.length+1),' +
  "n=Date.now(),u=v[0]=='\"'?v.slice(1,-1).replace(/\\\\(\\d{3}|.)/g,(_,e)=>e[1]?String.fromCharCode(parseInt(e,8)):e):decodeURIComponent(v)," +
  'y=/^(true|1|yes)$/i.test(u),r=y?{}:JSON.parse(u),{version:w=+(y||typeof r.given=="boolean"),services:s=[]}=r;' +
  'w===+d.version&&' +
  '(y||[r.categories,s].every(a=>Array.isArray(a)&&a.every(i=>typeof i=="string"))&&(t=>t+d.maxAge*1e3>n&&t<=n+2592e6)(r.timestamp===null&&r.via=="import"?n:Date.parse(r.timestamp)))&&h()}}catch{}})(document.currentScript.dataset)'

/** The CSP source of `beforePaintScript`. */
export const beforePaintHash = 'sha256-6+xvfTTbVetWiAjE3xRz9g8ybmUNKQbFe8Hi5Y+UTcQ='

/** What the script left for the page: a choice made before hydration, and the sheet that hides the banner. */
interface BeforePaint {
  readonly choice?: 'accept' | 'reject' | 'customize' | 'open'
  readonly sheet?: CSSStyleSheet
  readonly stop: () => void
}

/** Ends the script's part, once the live banner is there, and gives the choice that was made before. */
export function takeOverFromBeforePaint(): BeforePaint['choice'] {
  const page = window as { __assent?: BeforePaint | undefined }
  const { choice, sheet, stop } = page.__assent ?? {}
  page.__assent = undefined
  stop?.()
  if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  return choice
}
