import type { CategoryConfig, CookieDeclaration } from './config.js'

/** All cookies that a category declares, with those of its services. */
export function cookiesOf({ cookies = [], services = {} }: Partial<CategoryConfig> = {}): CookieDeclaration[] {
  return [...cookies, ...Object.values(services).flatMap((service) => service.cookies ?? [])]
}
