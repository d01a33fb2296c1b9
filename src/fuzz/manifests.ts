import { corpus } from '../conformance/recordings'
import { splitDocuments } from '../engine/yaml/splitDocuments'

const own = import.meta.glob<string>(['../checks/*/{bad,good}.yaml', '../examples/*.{yaml,json}'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Longer ones cost time and have nothing that shorter ones do not have. */
const longest = 8_000

/** Manifests of this repository: of the checks and the examples. */
export const ownManifests = (): readonly string[] => Object.values(own)

/** The documents of the recorded manifests of other people, each once; none where there are no recordings. */
const recordedDocuments = (): readonly string[] => [
  ...new Set(
    corpus().flatMap(({ input }) => splitDocuments(input).map(({ from, to }) => input.slice(from, to))),
  ),
]

/** Everything that mutations start from. */
export const manifestPool = (): readonly string[] =>
  [...ownManifests(), ...recordedDocuments()].filter(({ length }) => length <= longest)
