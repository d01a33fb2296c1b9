import { kindsOf, target, type Definitions, type Shape } from './definition'
import { typeCode } from './pack'

/** What is wrong with the definitions of all versions, in sentences; a build with any of them must not be used. */
export const faultsIn = (releases: ReadonlyMap<string, Definitions>): readonly string[] => [
  ...[...releases].flatMap(([version, definitions]) => [
    ...countFaults(version, definitions),
    ...unresolved(version, definitions),
    ...fieldFaults(version, definitions),
    ...requiredFaults(version, definitions),
  ]),
  ...kindFaults(releases),
]

/**
 * Of each version: definitions, kinds, properties, those of them that take anything, those with an enum, those that
 * no source describes. A rebuild like this one was compared with the API's own specification of 1.25–1.36, field by
 * field, and agreed; nothing is known about 1.37. A number that moves means that a reader or a package changed.
 */
const counts: Readonly<Record<string, readonly number[]>> = {
  '1.25': [494, 122, 2137, 18, 76, 37],
  '1.26': [510, 133, 2203, 20, 77, 36],
  '1.27': [520, 136, 2236, 20, 77, 36],
  '1.28': [539, 141, 2314, 21, 79, 36],
  '1.29': [548, 143, 2347, 20, 79, 36],
  '1.30': [589, 155, 2488, 24, 85, 36],
  '1.31': [594, 154, 2504, 21, 87, 36],
  '1.32': [607, 156, 2550, 19, 87, 36],
  '1.33': [676, 173, 2808, 21, 88, 36],
  '1.34': [707, 177, 2941, 20, 94, 36],
  '1.35': [688, 169, 2869, 17, 94, 40],
  '1.36': [732, 181, 3026, 18, 97, 44],
  '1.37': [831, 192, 3372, 33, 97, 44],
}

const countNames = [
  ...['definitions', 'kinds', 'properties', 'properties of any type', 'properties with an enum'],
  'properties without a description',
]

const leaf = (shape: Shape): Shape => ('of' in shape ? leaf(shape.of) : shape)

export const countsOf = (definitions: Definitions): readonly number[] => {
  const all = [...definitions.values()]
  const fields = all.flatMap(({ properties }) => [...properties.values()])
  const leaves = fields.map(({ shape }) => leaf(shape))
  return [
    all.length,
    kindsOf(definitions).size,
    leaves.length,
    leaves.filter(({ is }) => is === 'any').length,
    leaves.filter((shape) => shape.is === 'string' && shape.values).length,
    fields.filter(({ description }) => description === undefined).length,
  ]
}

const countFaults = (version: string, definitions: Definitions): readonly string[] => {
  const expected = counts[version]
  if (!expected) return [`${version}: nobody has counted this version`]
  return countsOf(definitions).flatMap((count, place) =>
    count === expected[place]
      ? []
      : [`${version}: ${count} ${countNames[place]} instead of ${expected[place]}`],
  )
}

const unresolved = (version: string, definitions: Definitions): readonly string[] =>
  [...definitions].flatMap(([name, { properties, required }]) => [
    ...(/^io\.k8s\.[a-z0-9.-]+\.v\d+((alpha|beta)\d+)?\.[A-Z]\w*$/.test(name)
      ? []
      : [`${version}: ${name} is not a name of the API`]),
    ...[...properties].flatMap(([field, { shape }]) => {
      const to = target(shape)
      return to === undefined || definitions.has(to)
        ? []
        : [`${version}: ${name}.${field} refers to ${to}, which is not there`]
    }),
    ...required
      .filter((field) => !properties.has(field))
      .map((field) => `${version}: ${name} requires ${field}, which it does not have`),
  ])

const core = 'io.k8s.api.core.v1'

/** Fields that every version has, with their type codes. */
const fields: readonly (readonly [definition: string, field: string, code: string])[] = [
  ['io.k8s.api.apps.v1.Deployment', 'spec', '#apps.v1.DeploymentSpec'],
  ['io.k8s.api.apps.v1.Deployment', 'metadata', '#am:meta.v1.ObjectMeta'],
  ['io.k8s.api.apps.v1.DeploymentSpec', 'replicas', 'i'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta', 'annotations', '{s'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta', 'creationTimestamp', 'T'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta', 'generation', 'l'],
  [`${core}.ContainerPort`, 'containerPort', 'i'],
  [`${core}.ContainerPort`, 'protocol', 'eSCTP|TCP|UDP'],
  [`${core}.HTTPGetAction`, 'port', 'S'],
  [`${core}.PodSpec`, 'containers', '[#core.v1.Container'],
  [`${core}.PodSpec`, 'terminationGracePeriodSeconds', 'l'],
  [`${core}.ResourceRequirements`, 'limits', '{Q'],
  [`${core}.Secret`, 'data', '{B'],
  [`${core}.SecurityContext`, 'runAsNonRoot', 'b'],
  ['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps', 'maximum', 'n'],
  [
    'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps',
    'properties',
    '{#ax:apiextensions.v1.JSONSchemaProps',
  ],
]

const fieldFaults = (version: string, definitions: Definitions): readonly string[] =>
  fields.flatMap(([name, field, code]) => {
    const property = definitions.get(name)?.properties.get(field)
    const found = property && typeCode(property.shape)
    return found === code ? [] : [`${version}: ${name}.${field} is ${found ?? 'missing'} instead of ${code}`]
  })

/** What every version requires of a definition, no more and no less. */
const requirements: readonly (readonly [definition: string, fields: string])[] = [
  ['io.k8s.api.apps.v1.Deployment', ''],
  ['io.k8s.api.apps.v1.DeploymentSpec', 'selector template'],
  ['io.k8s.api.networking.v1.HTTPIngressPath', 'backend pathType'],
  [`${core}.Container`, 'name'],
  [`${core}.ContainerPort`, 'containerPort'],
  [`${core}.PodSpec`, 'containers'],
  [`${core}.VolumeMount`, 'mountPath name'],
]

const requiredFaults = (version: string, definitions: Definitions): readonly string[] =>
  requirements.flatMap(([name, wanted]) => {
    const found = definitions.get(name)?.required.join(' ')
    if (found === wanted) return []
    const fault = found === undefined ? 'is missing' : `requires "${found}" instead of "${wanted}"`
    return [`${version}: ${name} ${fault}`]
  })

/** First and last version that serve a kind, see https://kubernetes.io/docs/reference/using-api/deprecation-guide/ */
const served: readonly (readonly [kind: string, versions?: readonly [first: string, last: string]])[] = [
  ['v1/Pod', ['1.25', '1.37']],
  ['apps/v1/Deployment', ['1.25', '1.37']],
  ['batch/v1/CronJob', ['1.25', '1.37']],
  ['networking.k8s.io/v1/Ingress', ['1.25', '1.37']],
  ['autoscaling/v2/HorizontalPodAutoscaler', ['1.25', '1.37']],
  ['policy/v1/PodDisruptionBudget', ['1.25', '1.37']],
  ['policy/v1beta1/PodDisruptionBudget'],
  ['policy/v1beta1/PodSecurityPolicy'],
  ['extensions/v1beta1/Ingress'],
  ['batch/v1beta1/CronJob'],
  ['autoscaling/v2beta2/HorizontalPodAutoscaler', ['1.25', '1.25']],
  ['flowcontrol.apiserver.k8s.io/v1beta2/FlowSchema', ['1.25', '1.28']],
  ['flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema', ['1.26', '1.31']],
  ['flowcontrol.apiserver.k8s.io/v1/FlowSchema', ['1.29', '1.37']],
  ['admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy', ['1.30', '1.37']],
]

const kindFaults = (releases: ReadonlyMap<string, Definitions>): readonly string[] =>
  served.flatMap(([kind, versions]) => {
    const found = [...releases]
      .filter(([, definitions]) => kindsOf(definitions).has(kind))
      .map(([version]) => version)
    const all = [...releases.keys()]
    const wanted = versions
      ? all.filter((version) => minor(version) >= minor(versions[0]) && minor(version) <= minor(versions[1]))
      : []
    if (found.join() === wanted.join()) return []
    return [
      `${kind} is served in ${found.join(', ') || 'no version'} instead of ${wanted.join(', ') || 'none'}`,
    ]
  })

/** '1.25' → 25 */
const minor = (version: string): number => Number(version.slice(2))
