import type { Json, JsonObject } from '../../../engine/model/json'
import type { Answer } from '../../answer'
import type { Place } from '../../place'
import { textAt } from '../../read'
import { quoted, wordOf } from '../../say'

/** What the rules for containers need to know of their Pod. */
export type PodFacts = {
  readonly spec: JsonObject
  readonly place: Place
  /** A bare Pod, not a template. */
  readonly isPod: boolean
  /** The names of the volumes that can be mounted. */
  readonly volumes: ReadonlySet<string>
  /** The volumes by name: the last where several have one. */
  readonly volumeOf: ReadonlyMap<string, Json>
  /** The names of the volumes that the server drops, with their mounts. */
  readonly dropped: ReadonlySet<string>
  /** The names of its resource claims. */
  readonly claims: ReadonlySet<string>
  readonly restartPolicy: string
  /** How long a stopped Pod may take, in seconds. */
  readonly gracePeriod: number
  readonly answer: Answer
}

export type ContainerRole = 'regular' | 'init' | 'ephemeral'

/** A container with the server’s defaults, and how sentences name it: `container web`. */
export type Subject = {
  readonly container: JsonObject
  readonly place: Place
  readonly title: string
  readonly role: ContainerRole
  readonly pod: PodFacts
  readonly answer: Answer
}

/** The lists of containers in the order in which the server visits them, with the word that sentences use. */
export const lists = {
  init: { field: 'initContainers', word: 'init container' },
  regular: { field: 'containers', word: 'container' },
  ephemeral: { field: 'ephemeralContainers', word: 'ephemeral container' },
} as const

/** How sentences name a container: by its name, or by its number in its list. */
export const titleOf = (container: JsonObject, role: ContainerRole, index: number): string =>
  `${lists[role].word} ${textAt(container, 'name') || `number ${index + 1}`}`

/**
 * A field of an item of a list, spelled without the number of the item: `volumeMounts.subPath`. The server names some
 * fields this way.
 */
export const withoutIndex = (list: Place, index: number, name: string): Place =>
  list.index(index).child(name).spelled(list.child(name).field)

/** Says that the Pod has no volume of a name. `sentence`: its beginning: “Container web mounts the volume”. */
export const refuseUnknownVolume = (pod: PodFacts, place: Place, sentence: string, name: string): void =>
  pod.answer.refuse(
    'unknown-volume',
    'FieldValueNotFound',
    place,
    `${sentence} ${quoted(name)}, which the Pod does not have.`,
    wordOf(pod.volumes),
  )
