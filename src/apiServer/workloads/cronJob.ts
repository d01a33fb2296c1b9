import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { cronJobName } from '../metadata/nameRules'
import { noneNegative } from '../numbers'
import { root, type Place } from '../place'
import { has, isTrueAt, objectAt, textAt, withSpec, withText } from '../read'
import { invalid, oneOf, remove, required } from '../say'
import { withTemplate } from './complete'
import { scheduleProblem } from './cronSchedule'
import { validateJobSpec } from './jobSpec'
import { timeZoneProblem } from './timeZone'

/** The Jobs themselves get no defaults here, only their Pods. Source: `SetDefaults_CronJob`. */
const complete = (object: JsonObject): JsonObject =>
  withSpec(object, (spec) => ({
    ...withText(spec, 'concurrencyPolicy', 'Allow'),
    jobTemplate: withSpec(objectAt(spec, 'jobTemplate'), withTemplate),
  }))

/** Source: `validateScheduleFormat`. */
function validateSchedule(spec: JsonObject, place: Place, answer: Answer): void {
  const schedule = textAt(spec, 'schedule')
  if (schedule === '') return required(answer, place, 'The CronJob has no schedule.')
  const problem = schedule.includes('TZ')
    ? 'must not have a time zone. Use the field timeZone'
    : scheduleProblem(schedule)
  if (problem !== undefined)
    invalid(answer, place, `The CronJob’s schedule “${schedule}” ${problem}.`, 'invalid-schedule')
}

/** The server makes the selectors of the Jobs. Source: `ValidateJobTemplateSpec`. */
function validateJobTemplate(spec: JsonObject, place: Place, answer: Answer): void {
  validateJobSpec(spec, place, answer)
  if (has(spec, 'selector')) {
    const message = 'The Jobs of a CronJob cannot have a selector. The API server generates it.'
    invalid(answer, place.child('selector'), message, 'generated-selector', remove)
  }
  if (isTrueAt(spec, 'manualSelector')) {
    const message = 'The Jobs of a CronJob cannot have a manualSelector.'
    answer.refuse(
      'generated-selector',
      'FieldValueNotSupported',
      place.child('manualSelector'),
      message,
      remove,
    )
  }
}

/** Source: `ValidateCronJobCreate`. */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  validateSchedule(spec, place.child('schedule'), answer)
  noneNegative(answer, place, spec, ['startingDeadlineSeconds'], 'The CronJob')
  if (has(spec, 'timeZone')) {
    const zone = textAt(spec, 'timeZone')
    const problem = timeZoneProblem(zone)
    const message = `The CronJob’s timeZone “${zone}” ${problem}.`
    if (problem !== undefined)
      invalid(answer, place.child('timeZone'), message, 'invalid-time-zone', zone === '' ? remove : undefined)
  }
  oneOf(
    answer,
    place.child('concurrencyPolicy'),
    'The CronJob’s concurrencyPolicy',
    textAt(spec, 'concurrencyPolicy'),
    ['Allow', 'Forbid', 'Replace'],
  )
  validateJobTemplate(
    objectAt(objectAt(spec, 'jobTemplate'), 'spec'),
    place.child('jobTemplate', 'spec'),
    answer,
  )
  noneNegative(answer, place, spec, ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'], 'The CronJob')
}

export const cronJob: Kind = { of: ['batch/v1 CronJob'], name: cronJobName, complete, validate }
