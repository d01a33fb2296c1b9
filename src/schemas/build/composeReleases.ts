import { addDescriptions, textNormalizer } from './addDescriptions'
import { fillCdk8sGaps } from './cdk8sGaps'
import { clientNames } from './clientNames'
import { lettersOf, renameDefinitions, type Definitions } from './definition'
import { releaseAfter, releaseBefore } from './deriveRelease'
import { normalizeDefinitions } from './normalizeDefinitions'
import { quantitiesIn, withTypeHints } from './typeHints'
import type { VersionSource } from './versions'

/** What the package of a version holds. */
type ReadVersion = {
  readonly version: string
  readonly source: VersionSource
  readonly definitions: Definitions
}

export type ApiSources = {
  /** Oldest first. Exactly one has the source `client`. A union after it needs another union before that one. */
  readonly versions: readonly ReadVersion[]
  /** kubernetes-models: one set for all versions. */
  readonly models: Definitions
}

/**
 * One complete set of definitions for each Kubernetes version. A version from cdk8s gets its status from the client, a
 * version from a union is derived from the client's version. Formats and enums of all versions come from
 * kubernetes-models, whose enums were found to hold all values of those of 1.25.
 */
export const composeReleases = ({ versions, models }: ApiSources): ReadonlyMap<string, Definitions> => {
  const definitionsFrom = (source: VersionSource): readonly Definitions[] =>
    versions.filter((one) => one.source === source).map(({ definitions }) => definitions)
  const minors = definitionsFrom('cdk8s')
  const unions = definitionsFrom('pulumi')
  const newestUnion = newestOf(unions, 'union')
  const newestMinor = newestOf(minors, 'version from cdk8s')

  const nameOf = namesByLetters([...minors, ...unions])
  const namedModels = renameDefinitions(models, (name) => nameOf.get(lettersOf(name)) ?? fullName(name))
  const classes = newestOf(definitionsFrom('client'), 'version from the client')
  const classNames = clientNames(classes, [newestUnion, namedModels, newestMinor])
  const client = renameDefinitions(classes, (name) => classNames.get(name) ?? `client.${name}`)

  const hints = {
    models: namedModels,
    client,
    quantities: quantitiesIn([...minors, namedModels]),
  }
  const normalizeText = textNormalizer([...unions.toReversed(), ...minors, namedModels, client])
  return new Map(
    releases(versions, client).map(({ version, definitions, described }) => {
      const hinted = [...definitions].map(
        ([name, definition]) => [name, withTypeHints(definition, name, hints)] as const,
      )
      const describedBy = [...described, namedModels, newestUnion, newestMinor]
      return [version, addDescriptions(normalizeDefinitions(new Map(hinted)), describedBy, normalizeText)]
    }),
  )
}

type Release = {
  readonly version: string
  readonly definitions: Definitions
  /** The sources of its descriptions, the preferred one first. */
  readonly described: readonly Definitions[]
}

/** The definitions of every version under the API's names, before they are normalized. */
const releases = (versions: readonly ReadVersion[], client: Definitions): readonly Release[] => {
  const isUnion = ({ source }: ReadVersion): boolean => source === 'pulumi'
  const newestUnion = newestOf(versions.filter(isUnion), 'union').definitions
  const clientIndex = versions.findIndex(({ source }) => source === 'client')
  const found: Release[] = []
  for (const [index, { version, source, definitions }] of versions.entries()) {
    const before = found.at(-1)?.definitions ?? new Map()
    if (source === 'client') {
      found.push({ version, definitions: client, described: [client] })
    } else if (source === 'cdk8s') {
      const filled = fillCdk8sGaps(definitions, client, newestUnion)
      found.push({ version, definitions: filled, described: [definitions, client, newestUnion] })
    } else if (index < clientIndex) {
      const derived = releaseBefore(client, before, { older: definitions, newer: newestUnion })
      found.push({ version, definitions: derived, described: [definitions, client] })
    } else {
      const older = newestOf(versions.slice(0, index).filter(isUnion), `union older than ${version}`)
      const derived = releaseAfter(before, { older: older.definitions, newer: definitions })
      found.push({ version, definitions: derived, described: [definitions, client] })
    }
  }
  return found
}

const newestOf = <Item>(items: readonly Item[], what: string): Item => {
  const newest = items.at(-1)
  if (newest === undefined) throw new Error(`There is no ${what} among the sources`)
  return newest
}

/** `iok8sapiappsv1deployment` → `io.k8s.api.apps.v1.Deployment` */
const namesByLetters = (sets: readonly Definitions[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const definitions of sets)
    for (const name of definitions.keys()) {
      const letters = lettersOf(name)
      if (!names.has(letters)) names.set(letters, name)
    }
  return names
}

/** `IoK8sApiAuthorizationV1ResourceRule` → `io.k8s.api.authorization.v1.ResourceRule`, for names in no other source. */
const fullName = (name: string): string => {
  const [, group, version, kind] =
    /^IoK8sApi([A-Z][a-z]+)(V\d+(?:(?:alpha|beta)\d+)?)([A-Z]\w*)$/.exec(name) ?? []
  return kind === undefined ? name : `io.k8s.api.${group?.toLowerCase()}.${version?.toLowerCase()}.${kind}`
}
