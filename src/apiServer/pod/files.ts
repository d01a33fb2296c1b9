import type { JsonObject } from '../../engine/model/json'
import { numberAt, textAt } from '../read'
import type { Hint } from '../answer'
import type { RefusedRule } from '../rules'
import { quoted } from '../say'
import { type At, refuse, requireText, within } from './checks'

/*
 * Paths and modes of files in volumes. `at`: the place of the object with the field.
 */

/** Whether an element of a path is `..`. Source: `validatePathNoBacksteps`. */
export const hasBackstep = (path: string): boolean => path.split('/').includes('..')

/** Refuses a path with an element `..`. `at`: the place of the path. */
export function refuseBacksteps(path: string, at: At, rule: RefusedRule = 'invalid-path'): void {
  if (hasBackstep(path))
    refuse(rule, 'FieldValueInvalid', at, `${at.subject}: the path ${quoted(path)} must not contain “..”.`)
}

/** The path without slashes at its beginning, if that is all that is wrong. `before`: what stands before it. */
function relative(path: string, before: string): Hint | undefined {
  const value = path.replace(/^\/+/, '')
  return value === '' || hasBackstep(value) ? undefined : { kind: 'set', value: `${before}${value}` }
}

/**
 * A path below something. `at`: the place of the path. `before`: what stands before it in the value. Source:
 * `validateLocalDescendingPath`.
 */
export function validateDescendingPath(
  path: string,
  at: At,
  rule: RefusedRule = 'invalid-path',
  before = '',
): void {
  const message = `${at.subject}: the path ${quoted(path)} must not begin with “/”.`
  if (path.startsWith('/')) refuse(rule, 'FieldValueInvalid', at, message, relative(path, before))
  refuseBacksteps(path, at, rule)
}

/** A path below a volume. Source: `ValidateLocalNonReservedPath`. */
export function validateVolumePath(path: string, at: At): void {
  validateDescendingPath(path, at)
  const message = `${at.subject}: the path ${quoted(path)} must not begin with “..”.`
  if (path.startsWith('..') && !path.startsWith('../'))
    refuse('invalid-path', 'FieldValueInvalid', at, message)
}

const octal = (mode: number): string => (mode < 0 ? `${mode}` : `0${mode.toString(8)}`)

/** The mode of files: 0 to 0777. People write 644 and mean 0644. */
export function validateMode(object: JsonObject, key: string, at: At): void {
  const mode = numberAt(object, key)
  if (mode === undefined || (mode >= 0 && mode <= 0o777)) return
  const isMeantOctal = /^[0-7]{3}$/.test(String(mode))
  refuse(
    'number-out-of-range',
    'FieldValueInvalid',
    within(at, key),
    `${at.subject}: the ${key} is ${mode}, which is ${octal(mode)} in octal. It must be between 0 and 0777 (511).`,
    isMeantOctal ? { kind: 'set', value: Number.parseInt(String(mode), 8) } : undefined,
  )
}

/** A key of a ConfigMap or Secret and its file. Source: `validateKeyToPath`. */
export function validateKeyToPath(item: JsonObject, at: At): void {
  requireText(item, 'key', at)
  requireText(item, 'path', at)
  validateVolumePath(textAt(item, 'path'), within(at, 'path'))
  validateMode(item, 'mode', at)
}
