import { regionOf, snapshotOf } from 'assent/core'
import { describe, expect, it } from 'vitest'
import { site } from '../../fixtures/site.js'

const of = (headers: Readonly<Record<string, string>>) => regionOf(new Headers(headers))

describe('the region of a request', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ['nobody says', {}, undefined],
    ['Cloudflare says', { 'cf-ipcountry': 'US', 'cf-region-code': 'CA' }, 'US-CA'],
    ['Cloudflare says, of the country alone', { 'cf-ipcountry': 'DE' }, 'DE'],
    ['Cloudflare does not know', { 'cf-ipcountry': 'XX', 'cf-region-code': 'CA' }, undefined],
    ['comes through Tor', { 'cf-ipcountry': 'T1' }, undefined],
    ['Vercel says', { 'x-vercel-ip-country': 'CA', 'x-vercel-ip-country-region': 'QC' }, 'CA-QC'],
    ['CloudFront says', { 'cloudfront-viewer-country': 'FR', 'cloudfront-viewer-country-region': 'IDF' }, 'FR-IDF'],
    ['App Engine says', { 'x-appengine-country': 'us', 'x-appengine-region': 'ca' }, 'US-CA'],
    ['App Engine does not know', { 'x-appengine-country': 'ZZ', 'x-appengine-region': '?' }, undefined],
    ['a proxy says', { 'x-country-code': ' US ', 'x-region-code': 'CA' }, 'US-CA'],
    ['is a part of no country', { 'cf-region-code': 'CA' }, undefined],
    ['has a part that is none', { 'cf-ipcountry': 'US', 'cf-region-code': 'California' }, 'US'],
    ['has an empty part', { 'cf-ipcountry': 'US', 'cf-region-code': '' }, 'US'],
    ['has no country but text', { 'cf-ipcountry': 'USA' }, undefined],
    ['is empty', { 'cf-ipcountry': '' }, undefined],
    ['is told twice', { 'cf-ipcountry': 'US, DE' }, undefined],
    ['the first does not know and a second claims to', { 'cf-ipcountry': 'XX', 'x-country-code': 'US' }, undefined],
  ])('that %s', (_, headers, region) => {
    expect(of(headers)).toBe(region)
  })

  it('is what the headers say that were named, and no others', () => {
    const headers = new Headers({ 'cf-ipcountry': 'US', 'x-geo-country': 'fr', 'x-geo-part': '75' })
    expect(regionOf(headers, { country: 'x-geo-country', region: 'x-geo-part' })).toBe('FR-75')
    expect(regionOf(headers, { country: 'x-geo-country' })).toBe('FR')
    expect(regionOf(headers, { country: 'x-other' })).toBeUndefined()
  })

  it('goes into a snapshot', () => {
    const headers = new Headers({ 'cf-ipcountry': 'DE' })
    expect(snapshotOf(headers, site, { region: regionOf(headers) }).region).toBe('DE')
    expect(snapshotOf('', site, { region: of({}) })).not.toHaveProperty('region')
  })
})
