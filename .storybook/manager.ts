import { addons } from 'storybook/manager-api'
import { create, getPreferredColorScheme } from 'storybook/theming'

const isDark = getPreferredColorScheme() === 'dark'
const accent = isDark ? '#82aefc' : '#2360e0'

addons.setConfig({
  theme: create({
    base: isDark ? 'dark' : 'light',
    brandTitle: 'assent',
    brandUrl: './?path=/docs/welcome--docs',
    brandTarget: '_self',
    colorPrimary: accent,
    colorSecondary: accent,
    fontBase: 'system-ui, sans-serif',
    fontCode: 'ui-monospace, monospace',
    ...(isDark
      ? { appBg: '#17181b', appContentBg: '#1e2024', appPreviewBg: '#1e2024', barBg: '#1e2024', textColor: '#f1f2f4' }
      : { appBg: '#f7f7f8', appContentBg: '#ffffff', appPreviewBg: '#ffffff', barBg: '#ffffff', textColor: '#1b1c1f' }),
  }),
  sidebar: { showRoots: true },
})
