import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { withoutGated } from '../gates'
import type { Kind } from '../kind'
import { labelsAt, selectorMatches, validateLabelSelector } from '../labelSelector'
import { labelProblem, subdomainProblem } from '../../kubernetes/names'
import { most31Bits } from '../numbers'
import { root } from '../place'
import { has, isTrueAt, numberAt, objectAt, textAt, withDefault, withSpec } from '../read'
import { invalid, remove, required } from '../say'
import { templateLabels, withLabels, withTemplate } from './complete'
import { validateJobSpec } from './jobSpec'
import { objectName } from './objectName'
import { selectorOf } from './selector'
import { validateMatch } from './template'

const nameLabels = ['job-name', 'batch.kubernetes.io/job-name']
const uidLabel = 'batch.kubernetes.io/controller-uid'
const uidLabels = ['controller-uid', uidLabel]

/** A UID such as the server makes for each object. */
const uid = '00000000-0000-4000-8000-000000000000'

/** The labels that the server gives to the Pods of a Job. */
const generatedLabels = (object: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...nameLabels.map((key) => [key, objectName(object)]),
    ...uidLabels.map((key) => [key, uid]),
  ])

/** Source: pkg/registry/batch/job/strategy.go, `PrepareForCreate`. The Jobs of a CronJob keep these fields. */
const gated = {
  podFailurePolicy: 26,
  backoffLimitPerIndex: 29,
  maxFailedIndexes: 29,
  podReplacementPolicy: 29,
  successPolicy: 31,
  managedBy: 32,
}

/** Source: `SetDefaults_Job`. */
function completeSpec(spec: JsonObject, minor: number): JsonObject {
  const completions = has(spec, 'parallelism') ? spec : withDefault(spec, 'completions', 1)
  const counted = withDefault(completions, 'parallelism', 1)
  const limit = has(spec, 'backoffLimitPerIndex') ? most31Bits : 6
  const replacement = has(spec, 'podFailurePolicy') ? 'Failed' : 'TerminatingOrFailed'
  const moded = withDefault(withDefault(counted, 'backoffLimit', limit), 'completionMode', 'NonIndexed')
  return withTemplate(
    minor < gated.podReplacementPolicy ? moded : withDefault(moded, 'podReplacementPolicy', replacement),
  )
}

/** The selector and the labels of the template, unless the Job has a selector of its own. Source: `generateSelector`. */
function withSelector(object: JsonObject): JsonObject {
  const spec = objectAt(object, 'spec')
  if (isTrueAt(spec, 'manualSelector')) return object
  const template = objectAt(spec, 'template')
  const metadata = objectAt(template, 'metadata')
  const labels = { ...generatedLabels(object), ...objectAt(metadata, 'labels') }
  const selector = objectAt(spec, 'selector')
  const matchLabels = { [uidLabel]: uid, ...objectAt(selector, 'matchLabels') }
  return {
    ...object,
    spec: {
      ...spec,
      selector: { ...selector, matchLabels },
      template: { ...template, metadata: { ...metadata, labels } },
    },
  }
}

/** A Job without labels gets those of its template. */
function complete(object: JsonObject, minor: number): JsonObject {
  const selected = withSelector(withSpec(object, (spec) => completeSpec(spec, minor)))
  const labels = templateLabels(objectAt(selected, 'spec'))
  return templateLabels(objectAt(object, 'spec')) && labels ? withLabels(selected, labels) : selected
}

/** Source: `validateGeneratedSelector`. */
function validateGenerated(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  if (isTrueAt(spec, 'manualSelector')) return
  const expected = generatedLabels(object)
  const labels = labelsAt(objectAt(objectAt(spec, 'template'), 'metadata'), 'labels')
  for (const [key, value] of Object.entries(expected)) {
    if (labels[key] === value) continue
    const message = `The Pod template of the Job cannot have the label ${key}. The API server sets it.`
    const at = root.child('spec', 'template', 'metadata', 'labels').key(key)
    invalid(answer, at, message, 'generated-selector', remove)
  }
  if (selectorMatches(objectAt(spec, 'selector'), expected)) return
  const message =
    'The Job cannot have a selector of its own, unless manualSelector is true. The API server generates it.'
  invalid(answer, root.child('spec', 'selector'), message, 'generated-selector', remove)
}

/** Source: `ValidateJobSpec`. */
function validateSelection(spec: JsonObject, answer: Answer): void {
  const place = root.child('spec')
  const selector = selectorOf(spec)
  if (!selector) required(answer, place.child('selector'), 'The Job has a manualSelector but no selector.')
  const isSound = !selector || validateLabelSelector(selector, place.child('selector'), answer)
  if (isSound) validateMatch(selector, objectAt(spec, 'template'), place.child('template'), answer)
}

/** The Pods of an Indexed Job have its name with a number after it. */
function validateIndexedName(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const completions = numberAt(spec, 'completions') ?? 0
  if (textAt(spec, 'completionMode') !== 'Indexed' || completions <= 0) return
  const name = `${objectName(object)}-${completions - 1}`
  const problem = labelProblem(name)
  if (problem === undefined) return
  const message = `The last Pod of the Indexed Job would have the host name ${name}, which ${problem}.`
  invalid(answer, root.child('metadata', 'name'), message, 'invalid-name')
}

/** Source: `ValidateJob`. */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  validateGenerated(object, answer)
  const place = root.child('spec')
  validateJobSpec(withoutGated(spec, place, 'The Job', gated, answer), place, answer)
  validateSelection(spec, answer)
  validateIndexedName(object, answer)
}

export const job: Kind = { of: ['batch/v1 Job'], name: subdomainProblem, complete, validate }
