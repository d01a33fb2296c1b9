import { migration } from '../../checks/stable-version/migration'
import { proposal, type Proposal, type ProposedChange, type Remedy } from '../../engine/findings/remedy'
import type { Subject } from '../../engine/findings/rule'
import { pathText } from '../../engine/model/path'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import { closest } from '../../engine/schema/didYouMean'
import { successors } from '../../engine/schema/unserved'
import { validate } from '../../engine/schema/validate'
import { stableVersionOf } from '../../kubernetes/stableVersions'
import { guessNote, setValue } from './valueFixes'
import { addField } from './violationFixes'

/** Groups whose first versions differ from the stable ones in nothing but the name. */
const renamedOnly =
  /^(?:(?:rbac\.authorization|scheduling|storage|coordination|node|apiregistration)\.k8s\.io\/v1beta1$|extensions\/)/

/** The object under each of the apiVersions that serve its kind, with what is required there. */
export function migrations(subject: Subject, apiVersions: readonly string[]): Remedy {
  const { object, settings } = subject
  if (object.kind === 'PodSecurityPolicy')
    return {
      unfixable:
        'Pod Security Admission has replaced it. Set a level in the label pod-security.kubernetes.io/enforce of the namespace, and remove this object.',
    }
  const stable = stableVersionOf(object, settings.kubernetesVersion)
  const known =
    stable !== undefined && object.isSupportedKind
      ? migration(object, stable, settings.kubernetesVersion)
      : undefined
  if (known?.unfixable !== undefined) return known
  const special = known?.fixes ?? []
  const targets = new Set(special.map(targetOf))
  const others = apiVersions.filter((to) => !targets.has(to))
  const moves = [...special, ...others.map((to) => renameVersion(object, to, apiVersions.length === 1))]
  return { fixes: moves.length > 0 ? moves.map((fix) => withRequired(fix, subject)) : correctKind(subject) }
}

/** The apiVersion that a fix sets. */
function targetOf({ changes = [] }: Proposal): string {
  const change = changes.find(({ path }) => pathText(path) === 'apiVersion')
  return change && 'value' in change ? String(change.value) : ''
}

const renameVersion = ({ apiVersion }: KubernetesObject, to: string, isOnly: boolean): Proposal => {
  const note =
    isOnly && renamedOnly.test(apiVersion) ? undefined : `Check that the fields mean the same in ${to}.`
  return setValue(['apiVersion'], to, note, `Change apiVersion to ${to}`)
}

/** A kind that is spelled almost like one that its apiVersion has. */
function correctKind({ object, catalog, settings }: Subject): readonly Proposal[] {
  const kinds = (catalog?.kindsOf(settings.kubernetesVersion) ?? [])
    .filter((one) => one.apiVersion === object.apiVersion)
    .map(({ kind }) => kind)
  const meant = closest(object.kind, kinds)
  return meant === undefined ? [] : [setValue(['kind'], meant, guessNote(object.kind, meant))]
}

/** The apiVersion of an object that has only a kind, when exactly one serves it. */
export function addVersion({ object, catalog, settings }: Subject): readonly Proposal[] {
  const served = catalog?.apiVersionsOf(settings.kubernetesVersion, object.kind) ?? []
  const [to, ...others] = successors(served, '')
  return to === undefined || others.length > 0
    ? []
    : [setValue(['apiVersion'], to, undefined, 'Add apiVersion')]
}

/** A fix that changes the apiVersion, with placeholders for what that requires. */
function withRequired(fix: Proposal, { object, value: root, text, schemas, settings }: Subject): Proposal {
  const schema = schemas.find(settings.kubernetesVersion, targetOf(fix), object.kind)
  if (!schema) return fix
  const { changes = [] } = fix
  const done = new Set(changes.map(({ path }) => pathText(path)))
  const more = validate(root, schema, settings.strict).flatMap((violation): readonly ProposedChange[] =>
    violation.kind !== 'missing' || done.has(pathText(violation.path))
      ? []
      : (addField(violation, { object, root, text })[0]?.changes ?? []),
  )
  if (more.length === 0) return fix
  const note = [...(fix.note === undefined ? [] : [fix.note]), 'Fill in the fields that it requires.'].join(
    ' ',
  )
  return proposal(fix.title, note, ...changes, ...more)
}
