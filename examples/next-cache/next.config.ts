import type { NextConfig } from 'next'

export default {
  cacheComponents: true,
  partialPrefetching: true,
  // `npm run typecheck` checks them.
  typescript: { ignoreBuildErrors: true },
} satisfies NextConfig
