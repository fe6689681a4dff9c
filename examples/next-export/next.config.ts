import type { NextConfig } from 'next'

export default {
  output: 'export',
  // `npm run typecheck` checks them.
  typescript: { ignoreBuildErrors: true },
} satisfies NextConfig
