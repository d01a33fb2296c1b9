import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainProblem } from '../../kubernetes/names'
import { noneNegative } from '../numbers'
import { root } from '../place'
import { has, objectAt, withDefault, withField, withSpec } from '../read'
import { required } from '../say'
import { completeTemplate, templateLabels, withLabels } from './complete'
import { validateMatch, validateRunningTemplate, validateTemplate } from './template'

/** The selector and the object’s own labels come from the template. Source: `SetDefaults_ReplicationController`. */
function complete(object: JsonObject): JsonObject {
  const filled = withSpec(object, (spec) =>
    withDefault(withField(spec, 'template', completeTemplate), 'replicas', 1),
  )
  const spec = objectAt(filled, 'spec')
  const labels = templateLabels(spec)
  if (!labels) return filled
  const selected = Object.keys(objectAt(spec, 'selector')).length > 0 ? spec : { ...spec, selector: labels }
  return withLabels({ ...filled, spec: selected }, labels)
}

/** Source: `ValidateReplicationControllerSpec`. */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  const labels = objectAt(spec, 'selector')
  noneNegative(answer, place, spec, ['minReadySeconds'], 'The ReplicationController')
  if (Object.keys(labels).length === 0)
    required(
      answer,
      place.child('selector'),
      'The ReplicationController has no selector, and its template has no labels to take one from.',
    )
  noneNegative(answer, place, spec, ['replicas'], 'The ReplicationController')
  if (has(spec, 'template')) {
    const template = objectAt(spec, 'template')
    if (Object.keys(labels).length > 0)
      validateMatch({ matchLabels: labels }, template, place.child('template'), answer)
    validateRunningTemplate(template, place.child('template'), 'ReplicationController', answer)
  } else required(answer, place.child('template'), 'The ReplicationController has no template for its Pods.')
}

export const replicationController: Kind = {
  of: ['v1 ReplicationController'],
  name: subdomainProblem,
  complete,
  validate,
}

/** Source: `ValidatePodTemplate`. */
export const podTemplate: Kind = {
  of: ['v1 PodTemplate'],
  name: subdomainProblem,
  complete: (object) => ({ ...object, template: completeTemplate(objectAt(object, 'template')) }),
  validate: (object, answer) =>
    validateTemplate(
      objectAt(object, 'template'),
      root.child('template'),
      { isPod: false, restartPolicies: ['Always', 'OnFailure', 'Never'] },
      answer,
    ),
}
