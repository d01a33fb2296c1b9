import { servedKinds, targetOf, type Definitions, type Shape } from './definition'
import { typeCode } from './packStructure'
import { bundledVersions, type ReleaseCounts } from './versions'

/** The errors in the definitions of all versions, as sentences. A build with any of them must not be used. */
export const checkReleases = (releases: ReadonlyMap<string, Definitions>): readonly string[] => [
  ...[...releases].flatMap(([version, definitions]) => [
    ...countErrors(version, definitions),
    ...nameErrors(version, definitions),
    ...fieldErrors(version, definitions),
    ...requiredErrors(version, definitions),
  ]),
  ...kindErrors(releases),
]

const countNames = [
  ...['definitions', 'kinds', 'properties', 'properties of any type', 'properties with an enum'],
  'properties without a description',
]

const scalarOf = (shape: Shape): Shape => ('of' in shape ? scalarOf(shape.of) : shape)

const countsOf = (definitions: Definitions): ReleaseCounts => {
  const all = [...definitions.values()]
  const fields = all.flatMap(({ properties }) => [...properties.values()])
  const scalars = fields.map(({ shape }) => scalarOf(shape))
  return [
    all.length,
    servedKinds(definitions).size,
    fields.length,
    scalars.filter(({ is }) => is === 'any').length,
    scalars.filter((shape) => shape.is === 'string' && shape.values).length,
    fields.filter(({ description }) => description === undefined).length,
  ]
}

const countErrors = (version: string, definitions: Definitions): readonly string[] => {
  const expected = bundledVersions.find((bundled) => bundled.version === version)?.counts
  if (!expected) return [`${version}: versions.ts has no row for this version`]
  return countsOf(definitions).flatMap((count, index) =>
    count === expected[index]
      ? []
      : [`${version}: found ${count} ${countNames[index]}, expected ${expected[index]}`],
  )
}

const nameErrors = (version: string, definitions: Definitions): readonly string[] =>
  [...definitions].flatMap(([name, { properties, required }]) => [
    ...(/^io\.k8s\.[a-z0-9.-]+\.v\d+((alpha|beta)\d+)?\.[A-Z]\w*$/.test(name)
      ? []
      : [`${version}: ${name} is not the name of an API definition`]),
    ...[...properties].flatMap(([field, { shape }]) => {
      const to = targetOf(shape)
      return to === undefined || definitions.has(to)
        ? []
        : [`${version}: ${name}.${field} refers to ${to}, which does not exist`]
    }),
    ...required
      .filter((field) => !properties.has(field))
      .map((field) => `${version}: ${name} requires the unknown field ${field}`),
  ])

const core = 'io.k8s.api.core.v1'

/** Fields that every version has, with their type codes. */
const expectedFields: readonly (readonly [definition: string, field: string, code: string])[] = [
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

const fieldErrors = (version: string, definitions: Definitions): readonly string[] =>
  expectedFields.flatMap(([name, field, code]) => {
    const property = definitions.get(name)?.properties.get(field)
    const found = property && typeCode(property.shape)
    return found === code ? [] : [`${version}: ${name}.${field} is ${found ?? 'missing'}, expected ${code}`]
  })

/** All required fields of some definitions, the same in every version. */
const expectedRequired: readonly (readonly [definition: string, fields: string])[] = [
  ['io.k8s.api.apps.v1.Deployment', ''],
  ['io.k8s.api.apps.v1.DeploymentSpec', 'selector template'],
  ['io.k8s.api.networking.v1.HTTPIngressPath', 'backend pathType'],
  [`${core}.Container`, 'name'],
  [`${core}.ContainerPort`, 'containerPort'],
  [`${core}.PodSpec`, 'containers'],
  [`${core}.VolumeMount`, 'mountPath name'],
]

const requiredErrors = (version: string, definitions: Definitions): readonly string[] =>
  expectedRequired.flatMap(([name, expected]) => {
    const found = definitions.get(name)?.required.join(' ')
    if (found === expected) return []
    const error = found === undefined ? 'is missing' : `requires "${found}", expected "${expected}"`
    return [`${version}: ${name} ${error}`]
  })

/**
 * The versions that serve a kind: `always`, `never`, or from the first to the last one; without `first` since before
 * the oldest bundled version, without `last` until today.
 * Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
type Served = 'always' | 'never' | { readonly first?: string; readonly last?: string }

const expectedKinds: readonly (readonly [kind: string, served: Served])[] = [
  ['v1/Pod', 'always'],
  ['apps/v1/Deployment', 'always'],
  ['batch/v1/CronJob', 'always'],
  ['networking.k8s.io/v1/Ingress', 'always'],
  ['autoscaling/v2/HorizontalPodAutoscaler', 'always'],
  ['policy/v1/PodDisruptionBudget', 'always'],
  ['policy/v1beta1/PodDisruptionBudget', 'never'],
  ['policy/v1beta1/PodSecurityPolicy', 'never'],
  ['extensions/v1beta1/Ingress', 'never'],
  ['batch/v1beta1/CronJob', 'never'],
  ['autoscaling/v2beta2/HorizontalPodAutoscaler', { last: '1.25' }],
  ['flowcontrol.apiserver.k8s.io/v1beta2/FlowSchema', { last: '1.28' }],
  ['flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema', { first: '1.26', last: '1.31' }],
  ['flowcontrol.apiserver.k8s.io/v1/FlowSchema', { first: '1.29' }],
  ['admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy', { first: '1.30' }],
]

const kindErrors = (releases: ReadonlyMap<string, Definitions>): readonly string[] =>
  expectedKinds.flatMap(([kind, served]) => {
    const found = [...releases].filter(([, definitions]) => servedKinds(definitions).has(kind))
    const expected = [...releases.keys()].filter((version) => isServed(version, served)).join(', ')
    const versions = found.map(([version]) => version).join(', ')
    if (versions === expected) return []
    return [`${kind} is served in ${versions || 'no version'}, expected ${expected || 'none'}`]
  })

const isServed = (version: string, served: Served): boolean => {
  if (typeof served === 'string') return served === 'always'
  const { first = version, last = version } = served
  return minor(first) <= minor(version) && minor(version) <= minor(last)
}

/** `1.25` → 25 */
const minor = (version: string): number => Number(version.slice(2))
