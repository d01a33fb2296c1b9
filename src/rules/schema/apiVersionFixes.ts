import { plainData } from '../../checks/facts/plainData'
import { convertAutoscaler } from '../../checks/stable-version/legacyMetrics'
import { migration } from '../../checks/stable-version/migration'
import {
  proposal,
  review,
  risky,
  safe,
  type Assessment,
  type Placeholder,
  type Proposal,
  type ProposedChange,
  type Remedy,
} from '../../engine/findings/remedy'
import type { Subject } from '../../engine/findings/rule'
import type { Change } from '../../engine/model/change'
import { field, type Json } from '../../engine/model/json'
import { pathText, type Path } from '../../engine/model/path'
import { listText } from '../../engine/model/shorten'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import { closest } from '../../engine/schema/didYouMean'
import { successors } from '../../engine/schema/unserved'
import { validate } from '../../engine/schema/validate'
import type { Value } from '../../engine/yaml/value'
import { removalOf } from '../../kubernetes/removals'
import { stableVersionOf } from '../../kubernetes/stableVersions'
import { convertDefinition } from './definitionFixes'
import { assessAdded } from './placeholderValues'
import { guess, setValue } from './valueFixes'
import { addField } from './violationFixes'
import { webhookMigration } from './webhookFixes'

/** Groups whose first versions differ from the stable ones in nothing but the name. */
const renamedOnly =
  /^(?:(?:rbac\.authorization|scheduling|storage|coordination|node|apiregistration)\.k8s\.io\/v1beta1$|extensions\/)/

/** The object under each of the apiVersions that serve its kind, with what is required there. */
export function migrations(subject: Subject, apiVersions: readonly string[]): Remedy {
  const { object, settings, value } = subject
  if (object.kind === 'PodSecurityPolicy')
    return {
      unfixable:
        'Pod Security Admission has replaced it. Set a level in the label pod-security.kubernetes.io/enforce of the namespace, and remove this object.',
    }
  const stable = stableVersionOf(object, settings.kubernetesVersion)
  const written = plainData(value)
  const known =
    stable !== undefined && object.isSupportedKind
      ? migration(object, stable, written, settings.kubernetesVersion)
      : extensionMigration(object, written, apiVersions)
  if (known?.unfixable !== undefined) return known
  const special = known?.fixes ?? []
  const targets = new Set(special.map(targetOf))
  const others = apiVersions.filter((to) => !targets.has(to))
  const moves = [...special, ...others.map((to) => renameVersion(object, to, apiVersions.length === 1))]
  return { fixes: moves.length > 0 ? moves.map((fix) => withRequired(fix, subject)) : correctKind(subject) }
}

/** What extends the API server itself means something else in v1 where it does not say everything. */
function extensionMigration(
  { apiVersion, kind }: KubernetesObject,
  written: Json | undefined,
  [to = '']: readonly string[],
): Remedy | undefined {
  if (to === '') return undefined
  if (apiVersion === 'admissionregistration.k8s.io/v1beta1' && kind.endsWith('WebhookConfiguration'))
    return webhookMigration(written, to)
  if (apiVersion !== 'apiextensions.k8s.io/v1beta1' || kind !== 'CustomResourceDefinition') return undefined
  const changes = convertDefinition(field(written, 'spec'), false)
  return {
    fixes: [proposal(`Change apiVersion to ${to}`, definitionNote, versionChange(to), ...changes)],
  }
}

const definitionNote = review(
  'Each version gets its own schema, columns and subresources. Unless preserveUnknownFields was false, fields that the schema does not name are still kept. Comments in the parts that move are not.',
)

const versionChange = (to: string): Change => ({ kind: 'set', path: ['apiVersion'], value: to })

/** The changes to another apiVersion of the same group that also has what the older one could say. */
export function changesTo(to: string, { kind }: KubernetesObject, root: Value): readonly Change[] {
  const isAutoscaler = kind === 'HorizontalPodAutoscaler' && to === 'autoscaling/v2'
  return [
    versionChange(to),
    ...(isAutoscaler ? (convertAutoscaler(field(plainData(root), 'spec')) ?? []) : []),
  ]
}

/** The apiVersion that a fix sets. */
function targetOf({ changes = [] }: Proposal): string {
  const change = changes.find(({ path }) => pathText(path) === 'apiVersion')
  return change && 'value' in change ? String(change.value) : ''
}

const renameVersion = ({ apiVersion, kind }: KubernetesObject, to: string, isOnly: boolean): Proposal =>
  setValue(['apiVersion'], to, versionAssessment(apiVersion, kind, to, isOnly), `Change apiVersion to ${to}`)

function versionAssessment(apiVersion: string, kind: string, to: string, isOnly: boolean): Assessment {
  if (isOnly && renamedOnly.test(apiVersion)) return safe('The two versions differ in nothing but the name.')
  if (isOnly && neverServed(apiVersion, kind))
    return safe(`Only ${to} has this kind; ${apiVersion} never had it.`)
  return review(`Check that the fields mean the same in ${to}.`)
}

/** Stable apiVersions of Kubernetes itself that are often written for kinds of another group. */
const neverServed = (apiVersion: string, kind: string): boolean =>
  /^(?:(?:apps|batch|policy|extensions)\/)?v1$/.test(apiVersion) && removalOf(apiVersion, kind) === undefined

/** A kind that is spelled almost like one that its apiVersion has. */
function correctKind({ object, catalog, settings }: Subject): readonly Proposal[] {
  const kinds = (catalog?.kindsOf(settings.kubernetesVersion) ?? [])
    .filter((one) => one.apiVersion === object.apiVersion)
    .map(({ kind }) => kind)
  const meant = closest(object.kind, kinds)
  return meant === undefined ? [] : [setValue(['kind'], meant, guess(object.kind, meant))]
}

/** The apiVersion of an object that has only a kind, when exactly one serves it. */
export function addVersion({ object, catalog, settings }: Subject): readonly Proposal[] {
  const served = catalog?.apiVersionsOf(settings.kubernetesVersion, object.kind) ?? []
  const [to, ...others] = successors(served, '')
  return to === undefined || others.length > 0
    ? []
    : [setValue(['apiVersion'], to, safe('No other apiVersion has this kind.'), 'Add apiVersion')]
}

/** Whether a path, or one that leads to it, is among some. */
const isWithin = (path: Path, places: ReadonlySet<string>): boolean =>
  path.some((_, index) => places.has(pathText(path.slice(0, index + 1))))

/** A fix that changes the apiVersion, with placeholders for what that requires. */
export function withRequired(
  fix: Proposal,
  { object, value: root, text, schemas, settings }: Subject,
): Proposal {
  const schema = schemas.find(settings.kubernetesVersion, targetOf(fix), object.kind)
  if (!schema) return fix
  const { changes = [] } = fix
  const done = new Set(changes.map(({ path }) => pathText(path)))
  const more: ProposedChange[] = []
  const placeholders: Placeholder[] = []
  for (const violation of validate(root, schema, settings.strict)) {
    if (violation.kind !== 'missing' || isWithin(violation.path, done)) continue
    const [added] = addField(violation, { object, root, text })
    placeholders.push(...(added?.placeholders ?? []))
    for (const change of added?.changes ?? []) {
      more.push(change)
      done.add(pathText(change.path))
    }
  }
  if (more.length === 0) return fix
  const fields = new Set(more.map(({ path }) => String(path.at(-1))))
  const note = [
    ...(fix.safety === 'safe' ? [] : [fix.note]),
    `Check what it adds because ${targetOf(fix)} requires it: ${listText([...fields], ', ', 4)}.`,
  ]
    .join(' ')
    .trim()
  return {
    ...fix,
    ...(fix.safety === 'risky' ? risky(note) : assessAdded(note, more)),
    changes: [...changes, ...more],
    ...(placeholders.length > 0 && { placeholders: [...(fix.placeholders ?? []), ...placeholders] }),
  }
}
