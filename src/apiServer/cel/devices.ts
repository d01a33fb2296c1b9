import type { Declared } from './declared'
import { baseEnvironment, messagesFrom, withMessages, withVariables, type Environment } from './environment'
import type { SizeAt } from './sizes'
import * as types from './types'
import { messageType, typeFrom, typeText, type CelType } from './types'

/* What selectors of devices may use, and how large it is. Source: k8s.io/dynamic-resource-allocation/cel/compile.go. */

const simple = (type: CelType, most: number): Declared => ({ type, most, least: 0 })
const mapBy = (key: number, item: Declared): Declared => ({
  ...{ type: types.mapOf(types.string, item.type), most: 32, least: 0 },
  ...{ key: simple(types.string, key), item },
})

/** A value of an attribute, whose type is not known. */
const attribute = simple(types.any, 64)
const quantity = simple(messageType('kubernetes.Quantity'), 0)
const fields: ReadonlyMap<string, Declared> = new Map([
  ['driver', simple(types.string, 63)],
  ['attributes', mapBy(63, mapBy(32, attribute))],
  ['capacity', mapBy(63, mapBy(32, quantity))],
  ['allowMultipleAllocations', simple(types.bool, 1)],
])
const name = 'kubernetes.DRADevice'

/** How large the parts of a device are. Any attribute is as large as another, whatever it is called. */
export const sizeInDevice: SizeAt = ([variable, ...way]) => {
  if (variable !== 'device') return undefined
  let here: Declared | undefined = { ...simple(messageType(name), 0), fields }
  for (const part of way) {
    if (part === '@items' || part === '@values') here = here.item
    else if (part === '@keys') here = here.key
    else here = here.fields?.get(part) ?? (here.item === attribute ? attribute : undefined)
    if (!here) return undefined
  }
  return { min: 0, max: here.most }
}

/** Devices can be shared since 1.36. */
export function deviceEnvironment(minor: number): Environment {
  const known = [...fields].filter(([field]) => minor >= 36 || field !== 'allowMultipleAllocations')
  const table = Object.fromEntries(
    known.map(([field, { type }]) => [field, typeText(type).replaceAll(' ', '')]),
  )
  const environment = withMessages(baseEnvironment(minor), messagesFrom({ [name]: table }))
  return { ...withVariables(environment, { device: typeFrom(name) }), canBind: true }
}
