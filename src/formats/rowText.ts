import type { ObjectReport } from '../engine/model/report'
import type { Row } from '../engine/report/rows'
import { counted, pluralOf, numberText } from './words'

type Objects = ReadonlyMap<string, ObjectReport>

/**
 * What a row is about, after its title: `on container web`, `on 3 containers`, `in 12 Deployments`; empty where that is
 * clear. `isUnderObject`: the object is the heading above it.
 */
export function rowSubject({ items }: Row, objects: Objects, isUnderObject: boolean): string {
  const found = items.map(({ findings: [finding] }) => finding)
  const on = thingsText(items)
  const [only] = found
  if (found.length > 1) {
    if (on !== '') return `on ${on}`
    return isUnderObject ? `in ${numberText(found.length)} places` : `in ${ownersText(found, objects)}`
  }
  const owner = isUnderObject ? undefined : objects.get(only?.object ?? '')
  const where = owner && `${owner.kind} ${owner.name || 'without a name'}`
  if (on !== '') return where === undefined ? `on ${on}` : `on ${on} of ${where}`
  return where === undefined ? '' : `in ${where}`
}

/** `container web`, `3 containers`; empty where they are not all of one kind. */
function thingsText(items: Row['items']): string {
  const noun = nounOf(items)
  const [item, ...others] = items
  if (noun === undefined || !item) return ''
  return others.length > 0 ? counted(items.length, noun) : `${noun} ${item.findings[0].about?.name}`
}

/** `3 containers`; `3 places` where they are not all of one kind. */
export const itemCount = (items: Row['items']): string => counted(items.length, nounOf(items) ?? 'place')

/** What all items of a row are, such as `container`; undefined where they differ, or nothing says it. */
function nounOf(items: Row['items']): string | undefined {
  const [noun, ...others] = new Set(items.map(({ findings: [first] }) => first.about?.noun))
  return others.length === 0 ? noun : undefined
}

/** `12 Deployments`, `12 objects`. */
function ownersText(found: readonly { readonly object?: string }[], objects: Objects): string {
  const owners = [...new Set(found.map(({ object }) => object))].map((id) => objects.get(id ?? ''))
  const [first] = owners
  if (!first) return counted(found.length, 'place')
  if (owners.length === 1) return `${first.kind} ${first.name}`
  const isOneKind = owners.every((owner) => owner?.kind === first.kind)
  return isOneKind
    ? counted(owners.length, first.kind, pluralOf(first.kind))
    : counted(owners.length, 'object')
}
