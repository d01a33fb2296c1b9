import { added } from './schemaFixes'
import type { KubernetesObject } from '../objects/readObjects'
import type { Problem, ProblemFix } from '../model/problem'
import type { KindSchema } from '../schema/schema'
import { successors } from '../schema/unserved'
import { closest } from '../schema/didYouMean'
import { validate } from '../schema/validate'
import type { Value } from '../yaml/value'
import { doubtOf, fixOf, setting } from './valueFixes'
import { pathText } from '../model/path'
import type { Change } from '../model/change'
import type { Of } from '../schema/violation'
import type { Moving } from '../findings/fixProviders'
type Mended = Pick<Problem, 'fixes' | 'unfixable'>

/** Groups whose first versions differ from the stable ones in nothing but the name. */
const renamedOnly =
  /^(?:(?:rbac\.authorization|scheduling|storage|coordination|node|apiregistration)\.k8s\.io\/v1beta1$|extensions\/)/

/** The object under each of the apiVersions that serve its kind, with what is required there. */
export function migrations(moving: Moving, apiVersions: readonly string[]): Mended {
  const { object, moves, settings } = moving
  if (object.kind === 'PodSecurityPolicy')
    return {
      unfixable:
        'What it did is done by labels of a namespace now. Choose a level for pod-security.kubernetes.io/enforce there, and remove it.',
    }
  const { fixes = [], unfixable } =
    (object.isSupportedKind && moves?.(object, settings.kubernetesVersion)) || {}
  if (unfixable !== undefined) return { unfixable }
  const special = fixes.map(({ changes = [], ...fix }) => ({ ...fix, changes }))
  const targets = new Set(special.map(targetOf))
  const others = apiVersions.filter((to) => !targets.has(to))
  const moved = [...special, ...others.map((to) => renaming(object, to, apiVersions.length === 1))]
  return { fixes: moved.length > 0 ? moved.map((fix) => completed(fix, moving)) : respelled(moving) }
}

/** The apiVersion that a fix sets. */
function targetOf({ changes }: ProblemFix): string {
  const change = changes.find(({ path }) => pathText(path) === 'apiVersion')
  return change && 'value' in change ? String(change.value) : ''
}

const renaming = ({ apiVersion }: KubernetesObject, to: string, isOne: boolean): ProblemFix => {
  const note =
    isOne && renamedOnly.test(apiVersion) ? undefined : `Look whether its fields mean the same in ${to}.`
  return setting(['apiVersion'], to, note, `Move to ${to}`)
}

/** A kind that is written almost like one that its apiVersion has. */
function respelled({ object, catalog, settings }: Moving): readonly ProblemFix[] {
  const kinds = catalog
    .kindsOf(settings.kubernetesVersion)
    .filter((one) => one.apiVersion === object.apiVersion)
  const meant = closest(
    object.kind,
    kinds.map(({ kind }) => kind),
  )
  return meant === undefined ? [] : [setting(['kind'], meant, doubtOf(object.kind, meant))]
}

/** The apiVersion of an object that has only a kind, when one alone serves it. */
export function versioned({ object, catalog, settings }: Moving): readonly ProblemFix[] {
  const [to, ...others] = successors(catalog.apiVersionsOf(settings.kubernetesVersion, object.kind), '')
  return to === undefined || others.length > 0
    ? []
    : [setting(['apiVersion'], to, undefined, 'Add apiVersion')]
}

/** A fix that sets another apiVersion, with placeholders for what that requires. */
function completed(fix: ProblemFix, moving: Moving): ProblemFix {
  const { object, value: root, text, source, settings } = moving
  const schema = source.find(settings.kubernetesVersion, targetOf(fix), object.kind)
  if (!schema) return fix
  const done = new Set(fix.changes.map(({ path }) => pathText(path)))
  const more = missingIn(root, schema, settings.strict).flatMap((missing): readonly Change[] =>
    done.has(pathText(missing.path)) ? [] : (added(missing, { object, root, text })[0]?.changes ?? []),
  )
  if (more.length === 0) return fix
  const note = [...(fix.note === undefined ? [] : [fix.note]), 'Fill in the fields that it requires.'].join(
    ' ',
  )
  return fixOf(fix.title, note, ...fix.changes, ...more)
}

type Missing = Of<'missing'>

const looked = new WeakMap<Value, { readonly schema: KindSchema; readonly missing: readonly Missing[] }>()

/** The required fields that an object lacks. It is looked at once, as it is asked for after every key stroke. */
function missingIn(root: Value, schema: KindSchema, strict: boolean): readonly Missing[] {
  const known = looked.get(root)
  if (known?.schema === schema) return known.missing
  const violations = validate(root, schema, strict)
  const missing = violations.flatMap((one) => (one.kind === 'missing' ? [one] : []))
  looked.set(root, { schema, missing })
  return missing
}
