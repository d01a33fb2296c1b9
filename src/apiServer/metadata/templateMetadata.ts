import { field, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Place } from '../place'
import { has } from '../read'
import { notAllowed } from '../say'
import { validateAnnotationKeys, validateLabels } from './labels'

/**
 * The metadata of a template of claims: only labels and annotations can be set. `what` begins the sentences: “The claim
 * template”. Source: `ValidateTemplateObjectMeta`.
 */
export function validateTemplateMetadata(
  metadata: JsonObject,
  what: string,
  place: Place,
  answer: Answer,
): void {
  validateAnnotationKeys(metadata, 'annotations', place.child('annotations'), answer)
  validateLabels(metadata, 'labels', place.child('labels'), answer)
  for (const key of Object.keys(metadata).filter((name) => name !== 'labels' && name !== 'annotations'))
    if (has(metadata, key) && field(metadata, key) !== '' && field(metadata, key) !== 0)
      notAllowed(answer, place.child(key), `${what} can have labels and annotations, but no ${key}.`)
}
