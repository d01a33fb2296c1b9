import { isObject, type JsonObject } from '../../engine/model/json'
import type { Place } from '../place'
import { listAt, textAt } from '../read'

/** A container with where it is and how messages name it. */
export type Located = { readonly container: JsonObject; readonly place: Place; readonly subject: string }

/** The lists of containers in the order of the server. */
export const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const

/** All containers of a Pod in the order of the server. Source: `VisitContainersWithPath`. `place`: of the spec. */
export const containersOf = (spec: JsonObject, place: Place): readonly Located[] =>
  containerLists.flatMap((key) =>
    listAt(spec, key).flatMap((container, index) =>
      isObject(container)
        ? [
            {
              container,
              place: place.child(key).index(index),
              subject: `Container ${textAt(container, 'name')}`,
            },
          ]
        : [],
    ),
  )
