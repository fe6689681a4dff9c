import postcss, { type ChildNode, type Container } from 'postcss'
import { describe, expect, it } from 'vitest'
import { buildSheet } from '../../scripts/build-sheet.mjs'

const [layered, unlayered] = await Promise.all(['styles.css', 'styles.unlayered.css'].map(buildSheet))

/** Each declaration, with the selectors and conditions that it stands in. */
function rulesOf(css = ''): string[] {
  const found: string[] = []
  postcss.parse(css).walkDecls((declaration) => {
    const around: string[] = []
    let at: Container | ChildNode | undefined = declaration.parent
    for (; at && at.type !== 'root'; at = at.parent as Container | undefined)
      around.unshift(
        'selector' in at
          ? String(at.selector)
          : 'name' in at
            ? `@${String(at.name)} ${String('params' in at ? at.params : '')}`
            : '',
      )
    found.push([...around.filter((one) => one !== '@layer assent'), String(declaration)].join(' '))
  })
  return found
}

describe('styles.unlayered.css', () => {
  it('has the rules of styles.css, in their order, without layers', () => {
    expect(unlayered).not.toContain('@layer')
    const rules = rulesOf(unlayered)
    expect(rules.length).toBeGreaterThan(250)
    expect(rules.map((rule) => rule.replaceAll(':not(._._._)', ''))).toEqual(rulesOf(layered))
  })

  it('gives each rule the specificity of three classes, and those for the root none', () => {
    postcss.parse(unlayered ?? '').walkRules((rule) => {
      if (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name === 'keyframes') return
      for (const selector of rule.selectors)
        expect(selector).toMatch(
          /^:where\(:root(?!.*\) ?\[)/.test(selector)
            ? /^:where\([^]*\)(::?after)?$/
            : /^:where\([^]*\):not\(\._\._\._\)(::?[\w-]+)?$/,
        )
    })
  })
})

it('styles.css says where its layer stands, and has nothing outside of it', () => {
  const nodes = postcss
    .parse(layered ?? '')
    .nodes.map((node) => ('params' in node ? `@${node.name} ${node.params}` : node.type))
  expect([...new Set(nodes)]).toEqual(['@layer reset,base,assent', '@layer assent'])
})
