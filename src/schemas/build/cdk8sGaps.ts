import { targetOf, type Definition, type Definitions, type Property } from './definition'

const extensions = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1'
const aggregator = 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1'

/** cdk8s keeps only one of two definitions with the same class name. These are the ones it drops. */
const droppedDefinitions = [
  ...['Event', 'EventList', 'EventSeries', 'EventSource'].map((name) => `io.k8s.api.core.v1.${name}`),
  'io.k8s.api.discovery.v1.EndpointPort',
  ...['Subject', 'GroupSubject', 'ServiceAccountSubject', 'UserSubject'].map(
    (name) => `io.k8s.api.flowcontrol.v1.${name}`,
  ),
  `${extensions}.ServiceReference`,
  `${extensions}.WebhookClientConfig`,
  `${aggregator}.ServiceReference`,
]

/** The fields that refer to the wrong definition because theirs was dropped. */
const wrongReferences: readonly (readonly [definition: string, field: string])[] = [
  ['io.k8s.api.discovery.v1.EndpointSlice', 'ports'],
  ['io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects', 'subjects'],
  [`${extensions}.WebhookConversion`, 'clientConfig'],
  [`${aggregator}.APIServiceSpec`, 'service'],
]

/**
 * Adds to one minor version of cdk8s what the package lacks: the definitions it dropped and the status of its kinds,
 * both from the `complete` API of another version. A status is therefore never validated. `newest`: kinds that only
 * this union knows get a status of any type.
 */
export const fillCdk8sGaps = (
  minor: Definitions,
  complete: Definitions,
  newest: Definitions,
): Definitions => {
  const definitions = new Map(minor)
  const copy = (name: string): void => {
    const definition = complete.get(name)
    if (!definition || definitions.has(name)) return
    definitions.set(name, definition)
    for (const { shape } of definition.properties.values()) copy(targetOf(shape) ?? '')
  }
  const hasFlowControl = definitions.has('io.k8s.api.flowcontrol.v1.FlowSchema')
  for (const name of droppedDefinitions) if (hasFlowControl || !name.includes('flowcontrol')) copy(name)
  for (const [name, field] of wrongReferences) {
    const correct = complete.get(name)?.properties.get(field)
    const definition = definitions.get(name)
    const wrong = definition?.properties.get(field)
    if (!correct || !definition || !wrong) continue
    definitions.set(name, withProperty(definition, field, { ...wrong, shape: correct.shape }))
  }
  for (const [name, definition] of minor) {
    if (definition.kinds.length === 0 || name.endsWith('List') || definition.properties.has('status'))
      continue
    const status = complete.get(name)?.properties.get('status')
    const shape =
      status?.shape ?? (newest.get(name)?.properties.has('status') ? ({ is: 'any' } as const) : undefined)
    if (!shape) continue
    definitions.set(name, withProperty(definition, 'status', { ...status, shape, lenient: true }))
    copy(targetOf(shape) ?? '')
  }
  return definitions
}

const withProperty = (definition: Definition, field: string, property: Property): Definition => ({
  ...definition,
  properties: new Map([...definition.properties, [field, property]]),
})
