import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { noneNegative } from '../numbers'
import type { Place } from '../place'
import { has, numberAt, objectAt, textAt } from '../read'
import { invalid, named, oneOf, required, tooLong } from '../say'
import { pathProblem } from './managedBy'
import { validatePodFailurePolicy, validateSuccessPolicy } from './jobPolicies'
import { untilDone, validateTemplate } from './template'

const hundredThousand = 100_000
const tenThousand = 10_000
const longestManager = 63

const numbers = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
]

/** The spec of a Job, or of the Jobs of a CronJob. Source: `validateJobSpec`. */
export function validateJobSpec(spec: JsonObject, place: Place, answer: Answer): void {
  noneNegative(answer, place, spec, numbers, 'The Job')
  if (has(spec, 'maxFailedIndexes') && !has(spec, 'backoffLimitPerIndex')) {
    const message = 'The Job has maxFailedIndexes, so it needs a backoffLimitPerIndex.'
    required(answer, place.child('backoffLimitPerIndex'), message, 'indexed-job')
  }
  validateManagedBy(spec, place.child('managedBy'), answer)
  validateMode(spec, place, answer)
  if (has(spec, 'podFailurePolicy')) validatePodFailurePolicy(spec, place.child('podFailurePolicy'), answer)
  if (has(spec, 'successPolicy')) {
    const at = place.child('successPolicy')
    if (textAt(spec, 'completionMode') === 'Indexed') validateSuccessPolicy(spec, at, answer)
    else invalid(answer, at, 'Only an Indexed Job can have a successPolicy.', 'indexed-job')
  }
  validateReplacement(spec, place.child('podReplacementPolicy'), answer)
  validateTemplate(objectAt(spec, 'template'), place.child('template'), untilDone, answer)
  validateRestartPolicy(spec, place.child('template', 'spec', 'restartPolicy'), answer)
  warnOfManyIndexes(spec, place, answer)
}

function validateManagedBy(spec: JsonObject, place: Place, answer: Answer): void {
  if (!has(spec, 'managedBy')) return
  const text = textAt(spec, 'managedBy')
  const what = 'The Job’s managedBy'
  if (text === '') required(answer, place, `${what} is empty.`)
  else named(answer, place, what, text, pathProblem)
  if (text.length > longestManager) tooLong(answer, place, what, longestManager)
}

function validateMode(spec: JsonObject, place: Place, answer: Answer): void {
  const mode = textAt(spec, 'completionMode')
  if (mode === 'Indexed') validateIndexed(spec, place, answer)
  else if (!has(spec, 'completionMode') || mode === 'NonIndexed') {
    for (const key of ['backoffLimitPerIndex', 'maxFailedIndexes'])
      if (has(spec, key))
        invalid(answer, place.child(key), `Only an Indexed Job can have a ${key}.`, 'indexed-job')
  } else
    oneOf(answer, place.child('completionMode'), 'The Job’s completionMode', mode, ['NonIndexed', 'Indexed'])
}

function validateIndexed(spec: JsonObject, place: Place, answer: Answer): void {
  const completions = numberAt(spec, 'completions')
  const limit = (key: string, most: number, why = ''): void => {
    const value = numberAt(spec, key)
    if (value === undefined || value <= most) return
    const message = `The Indexed Job’s ${key} is ${value}. It must be ${most} or less${why}.`
    invalid(answer, place.child(key), message, 'indexed-job', { kind: 'number', least: 0, most })
  }
  if (completions === undefined)
    required(answer, place.child('completions'), 'An Indexed Job needs completions.', 'indexed-job')
  limit('parallelism', hundredThousand)
  if (completions !== undefined) limit('maxFailedIndexes', completions, ', the number of completions')
  limit('maxFailedIndexes', hundredThousand)
  if ((completions ?? 0) <= hundredThousand || !has(spec, 'backoffLimitPerIndex')) return
  const why = ` with a backoffLimitPerIndex and more than ${hundredThousand} completions`
  if (!has(spec, 'maxFailedIndexes'))
    required(
      answer,
      place.child('maxFailedIndexes'),
      `An Indexed Job${why} needs maxFailedIndexes.`,
      'indexed-job',
    )
  limit('parallelism', tenThousand, why)
  limit('maxFailedIndexes', tenThousand, why)
}

/** Source: `validatePodReplacementPolicy`. */
function validateReplacement(spec: JsonObject, place: Place, answer: Answer): void {
  if (!has(spec, 'podReplacementPolicy')) return
  const isFixed = has(spec, 'podFailurePolicy')
  const what = `The Job’s podReplacementPolicy${isFixed ? ' beside a podFailurePolicy' : ''}`
  const words = isFixed ? ['Failed'] : ['Failed', 'TerminatingOrFailed']
  oneOf(answer, place, what, textAt(spec, 'podReplacementPolicy'), words)
}

/** Which policies a Job can have at all is looked at with the spec of its Pods. */
function validateRestartPolicy(spec: JsonObject, place: Place, answer: Answer): void {
  const policy = textAt(objectAt(objectAt(spec, 'template'), 'spec'), 'restartPolicy')
  if (!has(spec, 'podFailurePolicy') || policy !== 'OnFailure') return
  const message = 'The Job has a podFailurePolicy, so the restartPolicy of its Pods must be Never.'
  invalid(answer, place, message, 'invalid-restart-policy', { kind: 'set', value: 'Never' })
}

/** Source: `WarningsForJobSpec`. */
function warnOfManyIndexes(spec: JsonObject, place: Place, answer: Answer): void {
  const isLarge =
    (numberAt(spec, 'completions') ?? 0) > hundredThousand &&
    (numberAt(spec, 'parallelism') ?? 0) > tenThousand
  if (textAt(spec, 'completionMode') !== 'Indexed' || !isLarge) return
  const message = 'The Indexed Job is so large that Kubernetes may be unable to track all its failed indexes.'
  answer.warn('many-indexes', place.child('parallelism').spelled(place.field), message)
}
