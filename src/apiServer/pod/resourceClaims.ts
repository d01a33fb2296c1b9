import type { JsonObject } from '../../engine/model/json'
import { labelProblem, subdomainProblem } from '../../kubernetes/names'
import { has, textAt } from '../read'
import { repeats } from '../say'
import { type At, about, checkName, refuse, requireText, within } from './checks'

/** Devices that a Pod claims. Source: `validatePodResourceClaims`. `at`: the place of the list. */
export function validateResourceClaims(claims: readonly JsonObject[], at: At): void {
  const again = repeats(claims.map((claim) => textAt(claim, 'name')))
  for (const [index, claim] of claims.entries()) {
    const name = textAt(claim, 'name')
    const here = about(at, at.place.index(index), `Resource claim ${name || index + 1}`)
    if (requireText(claim, 'name', here)) {
      if (again[index])
        refuse(
          'duplicate-name',
          'FieldValueDuplicate',
          within(here, 'name'),
          `${at.subject} has the resource claim ${name} twice.`,
        )
      else checkName(name, 'name', labelProblem, within(here, 'name'))
    }
    const keys = ['resourceClaimName', 'resourceClaimTemplateName'].filter((key) => has(claim, key))
    if (keys.length !== 1)
      refuse(
        keys.length === 0 ? 'required-field' : 'only-one-allowed',
        'FieldValueInvalid',
        here,
        `${here.subject} needs either a resourceClaimName or a resourceClaimTemplateName.`,
      )
    for (const key of keys) checkName(textAt(claim, key), key, subdomainProblem, within(here, key))
  }
}
