import type { Thing } from './finding'
import type { Path } from './path'
import { shorten } from './shorten'

/** Fields with keys that anybody can choose, and what such a key is called. */
const keyNouns: Readonly<Record<string, string>> = {
  ...{ labels: 'label', matchLabels: 'label', nodeSelector: 'label', selector: 'label' },
  ...{ annotations: 'annotation', data: 'key', stringData: 'key', binaryData: 'key' },
}

/** A title is cut beyond this, or says less. */
export const titleLimit = 60

/** The title of a list that must not be empty or missing: one row for all rules that say so. */
const missingLists: Readonly<Record<string, string>> = { containers: 'No containers' }

/**
 * A field in a title, the same for all items of a list and all keys of a map: the last two keys of its path, such as
 * `ports.containerPort`. Empty for a whole object.
 */
export function fieldTitle(path: Path): string {
  const { length } = path
  const keys = path.slice(0, keyAt(path) ?? length).filter((step) => typeof step === 'string')
  return keys
    .slice(-2)
    .map((key) => shorten(key, 30))
    .join('.')
}

/** The chosen key that a path leads to, or below: that of a label, of an entry of a ConfigMap. */
export function chosenKey(path: Path): Thing | undefined {
  const at = keyAt(path)
  const noun = at === undefined ? undefined : keyNouns[String(path[at - 1])]
  return at === undefined || noun === undefined ? undefined : { noun, name: String(path[at]) }
}

function keyAt(path: Path): number | undefined {
  const at = path.findIndex((step, index) => {
    const above = path[index - 1]
    const isChosen = typeof above === 'string' && Object.hasOwn(keyNouns, above)
    return isChosen && typeof step === 'string' && !/^match(?:Labels|Expressions)$/.test(step)
  })
  return at < 0 ? undefined : at
}

/** The title for a field that must be there: `Missing field spec.selector`. `path`: of the field. */
export function missingTitle(path: Path): string {
  const known = missingLists[String(path.at(-1))]
  return known ?? `Missing field ${fieldTitle(path)}`
}

/** `Invalid value: spec.type`; only what is wrong where that is too long, and for a whole object. */
export function titleWithField(what: string, path: Path): string {
  const field = fieldTitle(path)
  const title = `${what}: ${field}`
  return field === '' || title.length > titleLimit ? what : title
}
