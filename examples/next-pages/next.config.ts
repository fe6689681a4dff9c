import type { NextConfig } from 'next'

export default {
  rewrites: () => Promise.resolve([{ source: '/consent', destination: '/api/consent' }]),
  // `npm run typecheck` checks them.
  typescript: { ignoreBuildErrors: true },
} satisfies NextConfig
