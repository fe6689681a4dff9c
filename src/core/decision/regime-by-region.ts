import type { Regime } from '../declaration/config.js'

/**
 * Who must be asked before advertising and analytics (`opt-in`), and who may say no to them (`opt-out`): regimes by country, or
 * by part of one (ISO 3166). As of 1 January 2026, and no legal advice. Spread it into a table of your own to change it.
 *
 * `opt-out` are the states of the USA with a comprehensive privacy law in force, each with its law and the day it came into
 * force. `opt-in` are the EU and EEA (2002/58/EC, art. 5(3)) with those parts of France and Finland that have codes of their
 * own, the United Kingdom (PECR, reg. 6), Switzerland (to be safe), Brazil (LGPD, art. 7 and 8) and Québec (Law 25).
 */
export const knownRegimes: Readonly<Record<string, Regime>> = {
  'US-CA': 'opt-out', // CCPA, 1 January 2020; CPRA, 1 January 2023
  'US-CO': 'opt-out', // CPA, 1 July 2023
  'US-CT': 'opt-out', // CTDPA, 1 July 2023
  'US-DE': 'opt-out', // DPDPA, 1 January 2025
  'US-FL': 'opt-out', // FDBR, 1 July 2024
  'US-IA': 'opt-out', // ICDPA, 1 January 2025
  'US-IN': 'opt-out', // Indiana CDPA, 1 January 2026
  'US-KY': 'opt-out', // KCDPA, 1 January 2026
  'US-MD': 'opt-out', // MODPA, 1 October 2025
  'US-MN': 'opt-out', // MCDPA, 31 July 2025
  'US-MT': 'opt-out', // MCDPA, 1 October 2024
  'US-NE': 'opt-out', // NDPA, 1 January 2025
  'US-NH': 'opt-out', // RSA 507-H, 1 January 2025
  'US-NJ': 'opt-out', // NJDPA, 15 January 2025
  'US-OR': 'opt-out', // OCPA, 1 July 2024
  'US-RI': 'opt-out', // RIDTPPA, 1 January 2026
  'US-TN': 'opt-out', // TIPA, 1 July 2025
  'US-TX': 'opt-out', // TDPSA, 1 July 2024
  'US-UT': 'opt-out', // UCPA, 31 December 2023
  'US-VA': 'opt-out', // VCDPA, 1 January 2023
  AT: 'opt-in',
  BE: 'opt-in',
  BG: 'opt-in',
  CY: 'opt-in',
  CZ: 'opt-in',
  DE: 'opt-in',
  DK: 'opt-in',
  EE: 'opt-in',
  ES: 'opt-in',
  FI: 'opt-in',
  FR: 'opt-in',
  GR: 'opt-in',
  HR: 'opt-in',
  HU: 'opt-in',
  IE: 'opt-in',
  IT: 'opt-in',
  LT: 'opt-in',
  LU: 'opt-in',
  LV: 'opt-in',
  MT: 'opt-in',
  NL: 'opt-in',
  PL: 'opt-in',
  PT: 'opt-in',
  RO: 'opt-in',
  SE: 'opt-in',
  SI: 'opt-in',
  SK: 'opt-in',
  AX: 'opt-in',
  GF: 'opt-in',
  GP: 'opt-in',
  MF: 'opt-in',
  MQ: 'opt-in',
  RE: 'opt-in',
  YT: 'opt-in',
  IS: 'opt-in',
  LI: 'opt-in',
  NO: 'opt-in',
  GB: 'opt-in',
  CH: 'opt-in',
  BR: 'opt-in',
  'CA-QC': 'opt-in',
}

/**
 * Makes the `regime` of a category: the one that the table has for the visitor's region, else for its country, else
 * `otherwise`. Where nobody knows where the visitor is, it is `opt-in`.
 *
 * @param table - regimes by region. Default: {@link knownRegimes}
 * @param otherwise - for a region that is not in the table. Default: `opt-in`
 *
 * @example
 * ```ts
 * import { defineConsent, knownRegimes, regimeByRegion } from 'assent/core'
 *
 * export const consent = defineConsent({
 *   version: 1,
 *   categories: {
 *     analytics: { name: 'Analytics', description: '', regime: regimeByRegion({ ...knownRegimes, FR: 'exempt' }) },
 *     marketing: { name: 'Marketing', description: '', regime: regimeByRegion() },
 *   },
 * })
 * ```
 */
export function regimeByRegion(
  table: Readonly<Record<string, Regime>> = knownRegimes,
  otherwise: Regime = 'opt-in',
): (region: string | undefined) => Regime {
  const regimes = new Map(Object.entries(table))
  return (region) => {
    if (!region) return 'opt-in'
    return regimes.get(region) ?? regimes.get(region.replace(/-.*/, '')) ?? otherwise
  }
}
