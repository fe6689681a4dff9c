/** The paths that tests use, other than that of the page itself. */
const PATHS = ['/', '/pages', '/pages/', '/pages/ja', '/pages/jar', '/pages/jar/', '/pages/jar/deep']

/** Expires every cookie that this page can read, and those called `a`, `b` or `c` on paths that it cannot. */
export function clearCookies(): void {
  const names = document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? '')
  for (const name of [...names, 'a', 'b', 'c'])
    for (const path of [...PATHS, location.pathname])
      for (const rest of ['', '; secure', '; secure; partitioned'])
        document.cookie = `${name}=; max-age=0; path=${path}${rest}`
}
