import { field, isObject, type Json, type JsonObject } from '../engine/model/json'
import type { Settings } from '../engine/model/settings'
import { kubernetesVersions } from '../schemas/versions'
import validate from './linkHead.schema.json?validator'
import type { Session, View } from './session'

/** What a link says besides the text. */
type LinkHead = Pick<Session, 'settings' | 'view'>

/**
 * Reads the JSON of a head; undefined when it is none. A link from a newer page can have settings or values that this page
 * does not know. They are left out and named, because the text is worth showing, and a report that silently differs is not.
 */
export function readHead(json: string): (LinkHead & { readonly ignored: readonly string[] }) | undefined {
  const head = parse(json)
  if (!isObject(head)) return undefined
  const ignored = new Set<string>()
  for (const key of Object.keys(head)) if (key !== 'settings' && key !== 'view') ignored.add(key)
  const settings = membersOf(head, 'settings')
  const view = membersOf(head, 'view')
  if (settings === undefined || view === undefined) return undefined
  if (!isKnownVersion(settings.get('kubernetesVersion'))) drop(settings, 'kubernetesVersion', ignored)
  for (const key of invalidMembers('settings', settings)) drop(settings, key, ignored)
  for (const key of invalidMembers('view', view)) drop(view, key, ignored)
  const valid = { settings: Object.fromEntries(settings), view: Object.fromEntries(view) }
  return isHead(valid) ? { ...valid, ignored: [...ignored] } : undefined
}

/** The JSON of a head; '' when there is nothing but defaults. */
export function writeHead({ settings, view }: LinkHead): string {
  const head = {
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(Object.keys(view).length > 0 && { view }),
  }
  return Object.keys(head).length > 0 ? JSON.stringify(head) : ''
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const membersOf = (head: JsonObject, name: 'settings' | 'view'): Map<string, Json> | undefined => {
  const members = field(head, name) ?? {}
  return isObject(members) ? new Map(Object.entries(members)) : undefined
}

/** The members of `settings` or `view` that the schema does not allow. */
const invalidMembers = (name: 'settings' | 'view', members: ReadonlyMap<string, Json>): readonly string[] =>
  [...members].flatMap(([key, value]) =>
    validate({ [name]: Object.fromEntries([[key, value]]) }) ? [] : [key],
  )

const isHead = (head: unknown): head is { settings: Partial<Settings>; view: Partial<View> } => validate(head)

const isKnownVersion = (version: Json | undefined): boolean =>
  version === undefined || (typeof version === 'string' && kubernetesVersions.includes(version))

function drop(members: Map<string, Json>, key: string, ignored: Set<string>): void {
  members.delete(key)
  ignored.add(key)
}
