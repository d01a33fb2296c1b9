import { field, isObject, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainName } from '../metadata/nameRules'
import { atLeast } from '../numbers'
import { root } from '../place'
import { numberAt } from '../read'
import { required } from '../say'

/** Source: `ValidateControllerRevisionCreate`. */
function validateControllerRevision(object: JsonObject, answer: Answer): void {
  const revision = numberAt(object, 'revision') ?? 0
  atLeast(answer, root.child('revision'), 'The revision of the ControllerRevision', revision, 0)
  if (!isObject(field(object, 'data')))
    required(answer, root.child('data'), 'The ControllerRevision has no data, which must be an object.')
}

export const controllerRevision: Kind = {
  of: ['apps/v1 ControllerRevision'],
  name: subdomainName,
  validate: validateControllerRevision,
}
