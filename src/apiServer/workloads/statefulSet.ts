import { field, type Json, type JsonObject } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import { Answer, type ServerFinding } from '../answer'
import { withoutGated } from '../gates'
import type { Kind } from '../kind'
import { labelProblem } from '../../kubernetes/names'
import { most31Bits, noneNegative } from '../numbers'
import { Place, root } from '../place'
import { has, listAt, numberAt, objectAt, textAt, withDefault, withItems, withSpec, withText } from '../read'
import { invalid, namedIfSet, oneOf, remove } from '../say'
import { completeClaimSpec, validateClaimSpec, warnOfClaimSpec } from '../storage/claimSpec'
import { withTemplate } from './complete'
import { validateSelector } from './selector'
import { refuseDeadline, validateRunningTemplate, validateTemplateMetadata } from './template'

/** Source: `SetDefaults_StatefulSet`. */
function completeSpec(spec: JsonObject): JsonObject {
  const strategy = objectAt(spec, 'updateStrategy')
  const typed =
    textAt(strategy, 'type') === ''
      ? withDefault({ ...strategy, type: 'RollingUpdate' }, 'rollingUpdate', {})
      : strategy
  const kept = objectAt(spec, 'persistentVolumeClaimRetentionPolicy')
  const filled = withItems(
    {
      ...withTemplate(spec),
      updateStrategy: typed,
      persistentVolumeClaimRetentionPolicy: withText(
        withText(kept, 'whenDeleted', 'Retain'),
        'whenScaled',
        'Retain',
      ),
    },
    'volumeClaimTemplates',
    (claim) => withSpec(claim, completeClaimSpec),
  )
  return withDefault(withText(filled, 'podManagementPolicy', 'OrderedReady'), 'replicas', 1)
}

function validateStrategy(strategy: JsonObject, place: Place, answer: Answer): void {
  const type = textAt(strategy, 'type')
  const at = place.child('rollingUpdate')
  const update = objectAt(strategy, 'rollingUpdate')
  if (type === 'RollingUpdate') {
    noneNegative(answer, at, update, ['partition'], 'The StatefulSet')
  } else if (type === 'OnDelete') {
    const message = 'The StatefulSet’s update strategy OnDelete cannot have settings for a rolling update.'
    if (has(strategy, 'rollingUpdate')) invalid(answer, at, message, 'field-not-allowed', remove)
  } else {
    const here = place.child('type').spelled(place.field)
    oneOf(answer, here, 'The StatefulSet’s update strategy', type, ['RollingUpdate', 'OnDelete'], {
      reason: 'FieldValueInvalid',
    })
  }
  // The feature gate MaxUnavailableStatefulSet is off.
  if (has(update, 'maxUnavailable')) {
    const message = 'The StatefulSet’s maxUnavailable has no effect, because it is not enabled by default.'
    answer.drop('no-effect', at.child('maxUnavailable'), message)
  }
}

/** Dropped before 1.27. Source: `ValidatePersistentVolumeClaimRetentionPolicy`. */
function validateRetention(policy: JsonObject, place: Place, answer: Answer): void {
  for (const key of ['whenDeleted', 'whenScaled']) {
    const what = `The StatefulSet’s ${key} for claims`
    oneOf(answer, place.child(key), what, textAt(policy, key), ['Retain', 'Delete'])
  }
}

/** The template as the server looks at it: the claims are volumes that come first. Source: `volumesToAddForTemplates`. */
function withClaims(template: JsonObject, names: readonly string[]): JsonObject {
  const spec = objectAt(template, 'spec')
  const { hostname: _hostname, subdomain: _subdomain, ...rest } = spec
  const claims = names.map((name) => ({ name, persistentVolumeClaim: { claimName: name } }))
  const taken = new Set(names)
  const others = listAt(spec, 'volumes').filter((volume) => !taken.has(textAt(volume, 'name')))
  const volumes = names.length > 0 ? [...claims, ...others] : listAt(spec, 'volumes')
  return { ...template, spec: has(spec, 'volumes') || names.length > 0 ? { ...rest, volumes } : rest }
}

/** Where in the text the volumes of the template are that the server sees. */
function volumePaths(spec: JsonObject): readonly Path[] {
  // The last of several claims with a name, at the place of the first.
  const lastOf = new Map(listAt(spec, 'volumeClaimTemplates').map((claim, index) => [nameOf(claim), index]))
  const claims = [...lastOf.values()].map((index): Path => [
    'spec',
    'volumeClaimTemplates',
    index,
    'metadata',
    'name',
  ])
  const volumes = listAt(objectAt(objectAt(spec, 'template'), 'spec'), 'volumes')
  const others = volumes.flatMap((volume, index): readonly Path[] =>
    lastOf.has(textAt(volume, 'name')) ? [] : [['spec', 'template', 'spec', 'volumes', index]],
  )
  return [...claims, ...others]
}

const nameOf = (claim: Json): string => textAt(field(claim, 'metadata'), 'name')

const claimNames = (spec: JsonObject): readonly string[] => [
  ...new Set(listAt(spec, 'volumeClaimTemplates').map(nameOf)),
]

/** A finding about the template as the server sees it, with its place in the text; the server’s spelling stays. */
function inText<R extends ServerFinding>(finding: R, volumes: readonly Path[]): R {
  const { path: seen, field: spelling } = finding.place
  const [index, ...below] = seen.slice(4)
  const isVolume = seen.slice(0, 4).join('.') === 'spec.template.spec.volumes'
  const path = isVolume && typeof index === 'number' ? volumes[index] : undefined
  if (!path) return finding
  if (path[1] !== 'volumeClaimTemplates')
    return { ...finding, place: new Place([...path, ...below], spelling) }
  const place = new Place(path, spelling)
  if (finding.rule !== 'required-field') return { ...finding, place }
  return { ...finding, place, message: 'A claim template of the StatefulSet has no name.' }
}

/** What the server says even when it does not look at the spec of the template. */
function validateUnseen(template: JsonObject, place: Place, answer: Answer): void {
  const policy = textAt(objectAt(template, 'spec'), 'restartPolicy') || 'Always'
  const here = place.child('spec', 'restartPolicy')
  oneOf(answer, here, 'The restartPolicy of the Pod template', policy, ['Always'], {
    rule: 'invalid-restart-policy',
  })
  refuseDeadline(template, place, 'StatefulSet', answer)
}

/** Templates are validated from 1.34 on, except for their metadata. Source: `ValidatePodTemplateSpecForStatefulSet`. */
function validateClaimingTemplate(spec: JsonObject, place: Place, answer: Answer): void {
  const template = objectAt(spec, 'template')
  if (!answer.isFrom(34)) {
    validateTemplateMetadata(template, place, answer)
    validateUnseen(template, place, answer)
    return
  }
  const seen = new Answer(answer.minor)
  validateRunningTemplate(withClaims(template, claimNames(spec)), place, 'StatefulSet', seen)
  const volumes = volumePaths(spec)
  for (const cause of seen.causes) answer.causes.push(inText(cause, volumes))
  for (const finding of seen.warnings) answer.warnings.push(inText(finding, volumes))
  for (const finding of seen.dropped) answer.dropped.push(inText(finding, volumes))
}

/** Source: `ValidateStatefulSetSpec`. */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  const management = textAt(spec, 'podManagementPolicy')
  oneOf(
    answer,
    place.child('podManagementPolicy'),
    'The StatefulSet’s podManagementPolicy',
    management,
    ['OrderedReady', 'Parallel'],
    { reason: 'FieldValueInvalid' },
  )
  validateStrategy(objectAt(spec, 'updateStrategy'), place.child('updateStrategy'), answer)
  const retention = 'persistentVolumeClaimRetentionPolicy'
  if (answer.isFrom(27)) validateRetention(objectAt(spec, retention), place.child(retention), answer)
  validateClaims(spec, place.child('volumeClaimTemplates'), answer)
  noneNegative(answer, place, spec, ['replicas', 'minReadySeconds'], 'The StatefulSet')
  const kept = withoutGated(spec, place, 'The StatefulSet', { ordinals: 27 }, answer)
  noneNegative(answer, place.child('ordinals'), objectAt(kept, 'ordinals'), ['start'], 'The StatefulSet')
  validateServiceName(spec, place.child('serviceName'), answer)
  if (validateSelector(spec, place, 'StatefulSet', answer))
    validateClaimingTemplate(spec, place.child('template'), answer)
  else validateUnseen(objectAt(spec, 'template'), place.child('template'), answer)
  if ((numberAt(spec, 'revisionHistoryLimit') ?? 0) < 0) {
    const message = 'The StatefulSet’s revisionHistoryLimit is negative, so all old revisions are kept.'
    const hint = { kind: 'number', least: 0, most: most31Bits } as const
    answer.warn('negative-history', place.child('revisionHistoryLimit'), message, hint)
  }
}

/** Claim templates are validated from 1.34 on. */
function validateClaims(spec: JsonObject, place: Place, answer: Answer): void {
  for (const [index, claim] of listAt(spec, 'volumeClaimTemplates').entries()) {
    const claimSpec = objectAt(claim, 'spec')
    const here = place.index(index).child('spec')
    const what = `The StatefulSet’s claim template ${nameOf(claim) || index + 1}`
    if (answer.isFrom(34)) validateClaimSpec(claimSpec, here, what, answer)
    // The server spells this as if the template were its spec.
    warnOfClaimSpec(claimSpec, here.spelled(place.index(index).field), what, answer)
  }
}

/** The name is looked at from 1.33.0 on. */
function validateServiceName(spec: JsonObject, place: Place, answer: Answer): void {
  if (answer.isFrom(33))
    namedIfSet(answer, place, 'The StatefulSet’s serviceName', textAt(spec, 'serviceName'), labelProblem)
}

export const statefulSet: Kind = {
  of: ['apps/v1 StatefulSet'],
  name: labelProblem,
  complete: (object) => withSpec(object, completeSpec),
  validate,
}
