/** What a page says that has no scripts: the browser treats it as if they were off. */
export function withoutScripts(): Record<string, string> {
  const { 'content-security-policy': policy = '', ...headers } = securityHeaders()
  const sandbox = 'sandbox allow-forms allow-same-origin allow-popups allow-top-navigation-by-user-activation'
  return { ...headers, 'content-security-policy': `${policy}; ${sandbox}` }
}

/**
 * What every reply says of scripts, styles and frames. `scripts` are further sources of scripts, a nonce or a hash:
 * nothing else that stands in a page runs, and no script element is given a URL but by our own policy.
 */
export function securityHeaders(...scripts: string[]): Record<string, string> {
  const policy = [
    "default-src 'self'",
    ["script-src 'self'", ...scripts.map((source) => `'${source}'`)].join(' '),
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types sandmartin',
  ]
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  }
}
