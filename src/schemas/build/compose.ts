import { clientNames } from './clientNames'
import { rename, type Definitions } from './definition'
import { describe, speller } from './describe'
import { quantitiesIn, withFacts } from './facts'
import { earlierRelease, laterRelease } from './releases'
import { repair } from './repairs'
import { settle } from './settle'

/** What the readers found; the minors by version, '1.25' … '1.34'. */
export type Sources = {
  readonly minors: ReadonlyMap<string, Definitions>
  readonly client: Definitions
  readonly models: Definitions
  /** Pulumi's union of all releases up to 1.35 and up to 1.37. */
  readonly union135: Definitions
  readonly union137: Definitions
}

/**
 * One complete set of definitions for each Kubernetes minor. 1.25–1.34 come from cdk8s with status from 1.36;
 * 1.36 from the client; 1.35 and 1.37 from 1.36 and the difference between two unions. Formats and enums of all
 * come from kubernetes-models: the enums of 1.36 were compared with those of 1.25 and hold all their values.
 */
export const compose = (sources: Sources): ReadonlyMap<string, Definitions> => {
  const { minors, union135, union137 } = sources
  const last: Definitions = minors.get('1.34') ?? new Map()
  const names = dotless([...minors.values(), union135, union137])
  const models = rename(sources.models, (name) => names.get(name.toLowerCase()) ?? dotted(name))
  const classes = clientNames(sources.client, [union137, models, last])
  const client = rename(sources.client, (name) => classes.get(name) ?? `client.${name}`)
  const facts = { models, client, quantities: quantitiesIn([...minors.values(), models]) }
  const repaired = new Map([...minors].map(([version, minor]) => [version, repair(minor, client, union137)]))
  const before: Definitions = repaired.get('1.34') ?? new Map()
  const releases: readonly Release[] = [
    ...[...repaired].map(([version, minor]): Release => [version, minor, [minor, client, union137, models]]),
    ['1.35', earlierRelease(client, { before, known: union135, later: union137 }), [union135, client]],
    ['1.36', client, [client]],
    ['1.37', laterRelease(client, union135, union137), [union137, client]],
  ]
  const spell = speller([union137, union135, ...minors.values(), models, client])
  const rest = [models, union137, last]
  return new Map(
    releases.map(([version, definitions, tellers]) => {
      const refined = [...definitions].map(
        ([name, definition]) => [name, withFacts(definition, name, facts)] as const,
      )
      return [version, describe(settle(new Map(refined)), [...tellers, ...rest], spell)]
    }),
  )
}

/** With the sources to ask for its descriptions first. */
type Release = readonly [version: string, definitions: Definitions, tellers: readonly Definitions[]]

/** 'iok8sapiappsv1deployment' → 'io.k8s.api.apps.v1.Deployment' */
const dotless = (sets: readonly Definitions[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const definitions of sets)
    for (const name of definitions.keys()) {
      const key = name.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
      if (!names.has(key)) names.set(key, name)
    }
  return names
}

/** 'IoK8sApiAuthorizationV1ResourceRule' → 'io.k8s.api.authorization.v1.ResourceRule', for names no one else has. */
const dotted = (name: string): string => {
  const [, group, version, kind] =
    /^IoK8sApi([A-Z][a-z]+)(V\d+(?:(?:alpha|beta)\d+)?)([A-Z]\w*)$/.exec(name) ?? []
  return kind === undefined ? name : `io.k8s.api.${group?.toLowerCase()}.${version?.toLowerCase()}.${kind}`
}
