import { target, type Definition, type Definitions, type Property } from './definition'

const extensions = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1'
const aggregator = 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1'

/** Of two definitions whose class names are equal cdk8s keeps one; these are the ones it loses. */
const lost = [
  ...['Event', 'EventList', 'EventSeries', 'EventSource'].map((name) => `io.k8s.api.core.v1.${name}`),
  'io.k8s.api.discovery.v1.EndpointPort',
  ...['Subject', 'GroupSubject', 'ServiceAccountSubject', 'UserSubject'].map(
    (name) => `io.k8s.api.flowcontrol.v1.${name}`,
  ),
  `${extensions}.ServiceReference`,
  `${extensions}.WebhookClientConfig`,
  `${aggregator}.ServiceReference`,
]

/** The fields that therefore refer to the wrong one. */
const misled: readonly (readonly [definition: string, field: string])[] = [
  ['io.k8s.api.discovery.v1.EndpointSlice', 'ports'],
  ['io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects', 'subjects'],
  [`${extensions}.WebhookConversion`, 'clientConfig'],
  [`${aggregator}.APIServiceSpec`, 'service'],
]

/**
 * One minor of cdk8s with what the package lacks, taken from a complete release: the definitions it lost and the
 * status of its kinds. That status is of the other release, so it is never checked.
 */
export const repair = (minor: Definitions, complete: Definitions, newest: Definitions): Definitions => {
  const definitions = new Map(minor)
  const bring = (name: string): void => {
    const definition = complete.get(name)
    if (!definition || definitions.has(name)) return
    definitions.set(name, definition)
    for (const { shape } of definition.properties.values()) bring(target(shape) ?? '')
  }
  const flowcontrol = definitions.has('io.k8s.api.flowcontrol.v1.FlowSchema')
  for (const name of lost) if (flowcontrol || !name.includes('flowcontrol')) bring(name)
  for (const [name, field] of misled) {
    const right = complete.get(name)?.properties.get(field)
    const definition = definitions.get(name)
    const wrong = definition?.properties.get(field)
    if (!right || !definition || !wrong) continue
    definitions.set(name, withProperty(definition, field, { ...wrong, shape: right.shape }))
  }
  for (const [name, definition] of minor) {
    if (definition.kinds.length === 0 || name.endsWith('List') || definition.properties.has('status'))
      continue
    const status = complete.get(name)?.properties.get('status')
    const shape =
      status?.shape ?? (newest.get(name)?.properties.has('status') ? ({ is: 'any' } as const) : undefined)
    if (!shape) continue
    definitions.set(name, withProperty(definition, 'status', { ...status, shape, lenient: true }))
    bring(target(shape) ?? '')
  }
  return definitions
}

const withProperty = (definition: Definition, field: string, property: Property): Definition => ({
  ...definition,
  properties: new Map([...definition.properties, [field, property]]),
})
