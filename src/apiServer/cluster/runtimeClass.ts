import { field, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { validateLabels } from '../metadata/labels'
import { subdomainName } from '../metadata/nameRules'
import { labelProblem } from '../../kubernetes/names'
import { warnOfNodeLabel } from '../nodeSelector'
import { type Place, root } from '../place'
import { listAt, objectAt, textAt } from '../read'
import {
  areHugePagesAlone,
  checkContainerAmount,
  checkResourceName,
  containerResourceProblem,
  containerResources,
} from '../resourceNames'
import { duplicate, forbidden, neededName, remove } from '../say'
import { validateTolerations } from '../tolerations'

/** What a Pod of the class needs in addition, which the server spells like limits. Source: `validateOverhead`. */
function validateOverhead(overhead: JsonObject, place: Place, answer: Answer): void {
  const amounts = objectAt(overhead, 'podFixed')
  const names = Object.keys(amounts)
  const map = place.child('podFixed').spelled(place.child('limits').field)
  for (const name of names) {
    checkResourceName(answer, map.keyOf(name), name, containerResourceProblem, containerResources)
    const what = `The overhead of ${name}`
    checkContainerAmount(answer, map.key(name), what, name, field(amounts, name))
  }
  if (areHugePagesAlone(names))
    forbidden(answer, place, 'The overhead has huge pages, but neither cpu nor memory.', 'huge-pages-alone')
}

/** Source: `validateTolerations` of pkg/apis/node/validation. */
function refuseSameTolerations(scheduling: JsonObject, place: Place, answer: Answer): void {
  const seen = new Map<string, string>()
  listAt(scheduling, 'tolerations').forEach((toleration, index) => {
    const text = JSON.stringify(
      ['key', 'operator', 'value', 'effect'].map((name) => textAt(toleration, name)),
    )
    const seconds = JSON.stringify(field(toleration, 'tolerationSeconds') ?? null)
    const other = seen.get(text)
    if (other !== undefined)
      duplicate(
        answer,
        place.index(index),
        'The RuntimeClass has the same toleration twice.',
        other === seconds ? remove : undefined,
      )
    seen.set(text, seconds)
  })
}

/** Source: `ValidateRuntimeClass`. */
function validateRuntimeClass(object: JsonObject, answer: Answer): void {
  const what = 'The handler of the RuntimeClass'
  neededName(answer, root.child('handler'), what, textAt(object, 'handler'), labelProblem)
  validateOverhead(objectAt(object, 'overhead'), root.child('overhead'), answer)
  const scheduling = objectAt(object, 'scheduling')
  const place = root.child('scheduling')
  const selector = place.child('nodeSelector')
  validateLabels(scheduling, 'nodeSelector', selector, answer, 'invalid-selector')
  const tolerations = place.child('tolerations')
  // The server wrote the name twice before 1.35: so in the source of 1.33.0 and in 1.34.4, not in the source of 1.35.0.
  const spelled = answer.isFrom(35) ? tolerations : tolerations.spelled(`${tolerations.field}.tolerations`)
  validateTolerations(scheduling, spelled, answer)
  refuseSameTolerations(scheduling, spelled, answer)
  for (const key of Object.keys(objectAt(scheduling, 'nodeSelector')))
    warnOfNodeLabel(key, selector.keyOf(key).spelled(selector.field), answer)
}

export const runtimeClass: Kind = {
  of: ['node.k8s.io/v1 RuntimeClass'],
  isClusterScoped: true,
  name: subdomainName,
  validate: validateRuntimeClass,
}
