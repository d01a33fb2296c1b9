import type { Json, JsonObject } from '../../engine/model/json'
import { completePodSpec } from '../pod/podSpec'
import { has, objectAt, withSpec } from '../read'

/** A template with the defaults of its Pods. */
export const completeTemplate = (template: JsonObject): JsonObject => withSpec(template, completePodSpec)

/** The spec of a workload with the defaults of its template, which is there after decoding in any case. */
export const withTemplate = (spec: JsonObject): JsonObject => ({
  ...spec,
  template: completeTemplate(objectAt(spec, 'template')),
})

/** The labels of the template of a workload; undefined when it has none. */
export const templateLabels = (spec: JsonObject): JsonObject | undefined => {
  const metadata = objectAt(objectAt(spec, 'template'), 'metadata')
  return has(metadata, 'labels') ? objectAt(metadata, 'labels') : undefined
}

/** An object with labels, if it has none of its own. */
export const withLabels = (object: JsonObject, labels: Json): JsonObject => {
  const metadata = objectAt(object, 'metadata')
  return Object.keys(objectAt(metadata, 'labels')).length > 0
    ? object
    : { ...object, metadata: { ...metadata, labels } }
}
