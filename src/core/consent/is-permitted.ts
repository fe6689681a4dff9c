import type { Categories, Owner } from './consent.js'
import type { Grant } from './grant.js'

/** Whether a grant covers this owner: a required category always, a service only with its category. */
export function isPermitted(
  { category, service }: Owner,
  categories: Categories,
  grant: Pick<Grant, 'categories' | 'services'>,
): boolean {
  return (
    categories[category]?.required === true ||
    (grant.categories.includes(category) && (!service || grant.services.includes(service)))
  )
}

/** Whether a grant forbids what these own. What nobody declares is not, nor what a required category claims, too. */
export function isForbidden(owners: readonly Owner[], categories: Categories, grant: Grant): boolean {
  return (
    !owners.every((owner) => isPermitted(owner, categories, grant)) &&
    !owners.some(({ category }) => categories[category]?.required)
  )
}
