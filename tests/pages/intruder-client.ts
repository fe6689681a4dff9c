// A third party's script: it keeps, it sends, and it inserts another one; each twice.
for (let run = 0; run < 2; run++) {
  document.cookie = '_tid=1; path=/'
  localStorage.setItem('_tid', '1')
  navigator.sendBeacon('/t/beacon', 'x')
  const script = document.createElement('script')
  script.src = '/t/more.js'
  document.body.append(script)
}
// Later no script is the current one, and the stack tells.
setTimeout(() => void fetch('/t/late').catch(() => undefined))
