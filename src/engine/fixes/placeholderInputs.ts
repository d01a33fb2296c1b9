import { parseQuantity } from '../../kubernetes/quantity'
import { groupBy } from '../model/groupBy'
import { isText, type Json } from '../model/json'
import type { Path } from '../model/path'
import type { FilledPlaceholder, GivenValue } from './placeholders'

/** A value to ask a person for, once for all places that need it. */
export type PlaceholderInput = {
  /** Stays the same as long as the fix without given values does. */
  readonly key: string
  /** `memory limit`, `port of the readiness probe`. */
  readonly label: string
  /** What it is for, where others have the same label: `container web`. */
  readonly owner: string
  /** As a fix sets it when nobody says otherwise. */
  readonly suggestion: string
  /** What can be entered: `bytes: 256Mi or 1Gi`. */
  readonly hint: string
  readonly places: readonly Pick<FilledPlaceholder, 'finding' | 'path'>[]
  readonly read: ReadInput
}

type ReadInput = (typed: string) => { readonly value: Json } | { readonly problem: string }

/** What to ask for. Placeholders that are called the same and have the same suggestion are one input; values that are no scalars are left out. */
export function placeholderInputs(placeholders: readonly FilledPlaceholder[]): readonly PlaceholderInput[] {
  const scalars = placeholders.filter(({ data }) => data !== null && typeof data !== 'object')
  const groups = groupBy(scalars, ({ what, data }) => JSON.stringify([labelOf(what), data]))
  const labels = groupBy([...groups.values()], ([first]) => labelOf(first?.what ?? ''))
  return [...groups].flatMap(([key, places]) => {
    const [first] = places
    if (!first) return []
    const label = labelOf(first.what)
    const owners = places.map(({ what }) => what.slice(label.length).replace(/^ of /, ''))
    const isAmbiguous = (labels.get(label)?.length ?? 0) > 1
    const { hint, read } = fieldAt(first.path, first.data)
    return [
      {
        ...{ key, label, hint, read, suggestion: String(first.data) },
        owner: isAmbiguous ? [...new Set(owners)].join(', ') : '',
        places: places.map(({ finding, path }) => ({ finding, path })),
      },
    ]
  })
}

/** The values that a person has entered, by the key of the input; what is invalid, or as suggested, is left out. */
export const givenValues = (
  inputs: readonly PlaceholderInput[],
  typed: ReadonlyMap<string, string>,
): readonly GivenValue[] =>
  inputs.flatMap(({ key, suggestion, places, read }) => {
    const text = typed.get(key)?.trim()
    const reading = text === undefined || text === suggestion ? undefined : read(text)
    return reading && 'value' in reading ? places.map((place) => ({ ...place, value: reading.value })) : []
  })

/** `memory limit of container web` without what it is for. */
const labelOf = (what: string): string => {
  const at = what.lastIndexOf(' of ')
  return at < 0 ? what : what.slice(0, at)
}

type Field = { readonly hint: string; readonly read: ReadInput }

const fieldAt = (path: Path, data: Json): Field => {
  const name = path.findLast(isText) ?? ''
  const parent = path.at(-2)
  if (parent === 'requests' || parent === 'limits')
    return name === 'cpu' ? quantity('cores', '250m or 1') : quantity('bytes', '256Mi or 1Gi')
  if (typeof data === 'boolean') return oneOf
  if (/port$/i.test(name) && typeof data === 'number') return wholeNumber(1, 65_535)
  if (/^(?:runAs(?:User|Group)|fsGroup)$/.test(name)) return wholeNumber(1, 2_147_483_647)
  if (typeof data === 'number') return wholeNumber(0, 2_147_483_647)
  if (/path$/i.test(name) && String(data).startsWith('/')) return absolutePath
  return parent === undefined || name !== 'name' ? anyText : objectName
}

const quantity = (unit: string, examples: string): Field => ({
  hint: `${unit}: ${examples}`,
  read: (typed) => {
    const value = parseQuantity(typed)
    if (value === undefined || /\s/.test(typed))
      return { problem: `${said(typed)} is not an amount, such as ${examples}.` }
    return value > 0n ? { value: typed } : { problem: 'The amount must be more than 0.' }
  },
})

const wholeNumber = (least: number, most: number): Field => ({
  hint: most === 65_535 ? `${least} to ${most}` : `whole number, ${least} or higher`,
  read: (typed) => {
    const value = /^\d+$/.test(typed) ? Number(typed) : undefined
    return value !== undefined && value >= least && value <= most
      ? { value }
      : { problem: `${said(typed)} is not a whole number from ${least} to ${most}.` }
  },
})

const oneOf: Field = {
  hint: 'true or false',
  read: (typed) =>
    typed === 'true' || typed === 'false'
      ? { value: typed === 'true' }
      : { problem: `${said(typed)} is neither true nor false.` },
}

const absolutePath: Field = {
  hint: 'starts with /',
  read: (typed) =>
    /^\/\S*$/.test(typed) ? { value: typed } : { problem: 'A path starts with / and has no spaces.' },
}

const objectName: Field = {
  hint: 'lower-case letters, digits and -',
  read: (typed) =>
    /^[a-z\d](?:[-a-z\d.]*[a-z\d])?$/.test(typed)
      ? { value: typed }
      : {
          problem:
            'A name has only lower-case letters, digits and -, and begins and ends with a letter or digit.',
        },
}

const anyText: Field = {
  hint: '',
  read: (typed) => (typed === '' ? { problem: 'Enter a value.' } : { value: typed }),
}

const said = (typed: string): string => (typed === '' ? 'Nothing' : `“${typed}”`)
