import type { Plugin } from 'vite'

/**
 * Our source speaks as in development, also in the Storybook that is built: its warnings are there, and so are the devtools,
 * which production builds leave out. React and Storybook stay as they are.
 */
export function development(source: string): Plugin {
  return {
    name: 'assent-development',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!id.startsWith(source) || !code.includes('process.env.NODE_ENV')) return null
      return { code: code.replaceAll('process.env.NODE_ENV', "'development'"), map: null }
    },
  }
}
