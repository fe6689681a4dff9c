// A stand-in for a third party's script. It sets the cookies that such scripts set, and tells its server of the visit.
/* global document, location */
{
  const day = 86_400
  const id = `${Math.floor(Math.random() * 1e9)}.${Math.floor(Date.now() / 1000)}`
  const set = (name, value, days, scope = '') => {
    document.cookie = `${name}=${value}; Max-Age=${days * day}; Path=/; SameSite=Lax${scope}`
  }

  set('_ga', `GA1.1.${id}`, 400)
  set('_gid', `GA1.1.${id}`, 1)

  // The parent domain where there is one. Which domains may have cookies the browser knows: it drops the others.
  const labels = location.hostname.split('.')
  for (const domain of [labels.slice(1).join('.'), location.hostname]) {
    if (domain && !document.cookie.includes('_ga_DEMO=')) set('_ga_DEMO', `GS1.1.${id}`, 400, `; Domain=${domain}`)
  }

  void fetch('/collect', { method: 'POST', body: location.pathname, keepalive: true })
}
