import type { Family } from './family'
import { faultFamilies } from './faultFamilies'
import { kubernetesFamilies } from './kubernetesFamilies'
import { podFieldFamilies } from './podFieldFamilies'
import { objectFieldFamilies } from './objectFieldFamilies'
import { workloadFieldFamilies } from './workloadFieldFamilies'
import { extensionFamilies } from './extensionFamilies'
import { yamlFamilies } from './yamlFamilies'

/** Every list and every name that a text can have, many times. To add a family, add a row to one of the lists. */
export const families: readonly Family[] = [
  ...yamlFamilies,
  ...kubernetesFamilies,
  ...podFieldFamilies,
  ...objectFieldFamilies,
  ...workloadFieldFamilies,
  ...extensionFamilies,
  ...faultFamilies,
]
