import { amplitude } from 'assent/presets/amplitude'
import { googleAds } from 'assent/presets/google-ads'
import { googleAnalytics } from 'assent/presets/google-analytics'
import { googleMaps } from 'assent/presets/google-maps'
import { googleTagManager } from 'assent/presets/google-tag-manager'
import { hotjar } from 'assent/presets/hotjar'
import { hubspot } from 'assent/presets/hubspot'
import { intercom } from 'assent/presets/intercom'
import { linkedinInsight } from 'assent/presets/linkedin-insight'
import { matomo } from 'assent/presets/matomo'
import { metaPixel } from 'assent/presets/meta-pixel'
import { microsoftClarity } from 'assent/presets/microsoft-clarity'
import { mixpanel } from 'assent/presets/mixpanel'
import { plausible } from 'assent/presets/plausible'
import { posthog } from 'assent/presets/posthog'
import { segment } from 'assent/presets/segment'
import { stripe } from 'assent/presets/stripe'
import { tiktokPixel } from 'assent/presets/tiktok-pixel'
import { vimeo } from 'assent/presets/vimeo'
import { youtube } from 'assent/presets/youtube'

/** Every preset, by its name. */
export const presets = {
  amplitude,
  googleAds,
  googleAnalytics,
  googleMaps,
  googleTagManager,
  hotjar,
  hubspot,
  intercom,
  linkedinInsight,
  matomo,
  metaPixel,
  microsoftClarity,
  mixpanel,
  plausible,
  posthog,
  segment,
  stripe,
  tiktokPixel,
  vimeo,
  youtube,
}
