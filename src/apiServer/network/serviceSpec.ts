import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { validateLabels } from '../metadata/labels'
import { subdomainProblem } from '../../kubernetes/names'
import { between } from '../numbers'
import { root } from '../place'
import { annotationOf, has, listAt, numberAt, objectAt, textAt, withDefault, withItems } from '../read'
import { invalid, notAllowed, oneOf, required } from '../say'
import {
  clusterIpPlace,
  validateClusterIps,
  validateExternalIps,
  validateLoadBalancer,
} from './serviceAddresses'
import { checkHost } from './hosts'
import { hasDuplicateAllocation, validatePorts } from './servicePorts'
import { isFromOutside, validateTraffic } from './serviceTraffic'
import { warnOfService } from './serviceWarnings'

const spec = root.child('spec')
const types: readonly string[] = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']

/** Three hours. */
const affinitySeconds = 10_800

/** A day. */
const longestAffinity = 86_400

/** Source: `SetDefaults_Service`; the cluster IP is copied to the list of them by `normalizeClusterIPs`. */
export function completeService(object: JsonObject): JsonObject {
  const given = objectAt(object, 'spec')
  const type = textAt(given, 'type') || 'ClusterIP'
  const affinity = textAt(given, 'sessionAffinity') || 'None'
  const clusterIp = textAt(given, 'clusterIP')
  const changed: JsonObject = {
    ...withItems(given, 'ports', completePort),
    type,
    sessionAffinity: affinity,
    ...(affinity === 'ClientIP' && !has(clientIpOf(given), 'timeoutSeconds')
      ? { sessionAffinityConfig: { clientIP: { timeoutSeconds: affinitySeconds } } }
      : {}),
    ...(isFromOutside({ ...given, type }) && textAt(given, 'externalTrafficPolicy') === ''
      ? { externalTrafficPolicy: 'Cluster' }
      : {}),
    ...(clusterIp !== '' && listAt(given, 'clusterIPs').length === 0 ? { clusterIPs: [clusterIp] } : {}),
  }
  const balanced =
    type === 'LoadBalancer' ? withDefault(changed, 'allocateLoadBalancerNodePorts', true) : changed
  const isKnown = types.includes(type) && type !== 'ExternalName'
  return { ...object, spec: isKnown ? withDefault(balanced, 'internalTrafficPolicy', 'Cluster') : balanced }
}

const clientIpOf = (service: JsonObject): JsonObject =>
  objectAt(objectAt(service, 'sessionAffinityConfig'), 'clientIP')

function completePort(port: JsonObject): JsonObject {
  const target = textAt(port, 'targetPort') || (numberAt(port, 'targetPort') ?? 0)
  return {
    ...port,
    protocol: textAt(port, 'protocol') || 'TCP',
    targetPort: target === 0 ? (numberAt(port, 'port') ?? 0) : target,
  }
}

/** Addresses and ports are allocated first. If that fails, the server reports nothing else. Source: `allocateCreate`. */
export function validateService(object: JsonObject, answer: Answer): void {
  const service = objectAt(object, 'spec')
  const isExternalName = textAt(service, 'type') === 'ExternalName'
  if (!isExternalName && !validateClusterIps(service, spec, answer)) return
  if (hasDuplicateAllocation(service, spec, answer)) return
  validateTopologyAnnotations(object, answer)
  validateType(service, answer)
  validatePorts(service, spec, answer)
  validateLabels(service, 'selector', spec.child('selector'), answer, 'invalid-selector')
  validateAffinity(service, answer)
  validateExternalIps(service, spec, answer)
  validateLoadBalancer(object, service, spec, answer)
  validateTraffic(service, spec, answer)
  if (answer.causes.length === 0) warnOfService(object, service, answer)
}

const isHeadless = (service: JsonObject): boolean => {
  const ips = listAt(service, 'clusterIPs')
  return ips.length === 1 && ips[0] === 'None'
}

function validateTopologyAnnotations(object: JsonObject, answer: Answer): void {
  const hints = annotationOf(object, 'service.kubernetes.io/topology-aware-hints')
  const mode = annotationOf(object, 'service.kubernetes.io/topology-mode')
  if (hints !== undefined && mode !== undefined && hints !== mode)
    invalid(
      answer,
      root.child('metadata', 'annotations').key('service.kubernetes.io/topology-mode'),
      `The annotation topology-mode of the Service is ${mode}, but its older form, topology-aware-hints, is ${hints}.`,
      'conflicting-fields',
    )
}

function validateType(service: JsonObject, answer: Answer): void {
  const type = textAt(service, 'type')
  oneOf(answer, spec.child('type'), 'The type of the Service', type, types)
  const needsPorts = !isHeadless(service) && type !== 'ExternalName'
  if (needsPorts && listAt(service, 'ports').length === 0)
    required(answer, spec.child('ports'), 'The Service has no ports.')
  if ((type === 'LoadBalancer' || type === 'NodePort') && isHeadless(service))
    invalid(
      answer,
      clusterIpPlace(service, spec, 0),
      `A Service of type ${type} needs a cluster IP, so its clusterIP must not be “None”.`,
      'field-not-allowed',
    )
  if (type === 'ExternalName') validateExternalName(service, answer)
}

/** A Service that is only a name for another one has no addresses. */
function validateExternalName(service: JsonObject, answer: Answer): void {
  const refuse = (name: string, place = spec.child(name)): void =>
    notAllowed(answer, place, `A Service of type ExternalName has no addresses, so it must not set ${name}.`)
  const ips = listAt(service, 'clusterIPs')
  if (ips.length === 1) refuse('clusterIP', clusterIpPlace(service, spec, 0).spelled('spec.clusterIPs'))
  else if (ips.length > 1) refuse('clusterIPs')
  if (listAt(service, 'ipFamilies').length > 0) refuse('ipFamilies')
  if (has(service, 'ipFamilyPolicy')) refuse('ipFamilyPolicy')
  const name = textAt(service, 'externalName').replace(/\.$/, '')
  const place = spec.child('externalName')
  const what = 'The externalName of the Service'
  if (name === '') required(answer, place, `${what} is missing.`)
  else checkHost(answer, place, what, name, subdomainProblem)
}

/** Source: `validateClientIPAffinityConfig`. */
function validateAffinity(service: JsonObject, answer: Answer): void {
  const affinity = textAt(service, 'sessionAffinity')
  const place = spec.child('sessionAffinityConfig')
  oneOf(answer, spec.child('sessionAffinity'), 'The sessionAffinity of the Service', affinity, [
    'ClientIP',
    'None',
  ])
  if (affinity === 'None' && has(service, 'sessionAffinityConfig'))
    answer.drop('no-effect', place, 'sessionAffinityConfig has no effect without sessionAffinity: ClientIP.')
  const seconds = numberAt(clientIpOf(service), 'timeoutSeconds') ?? affinitySeconds
  if (affinity === 'ClientIP')
    between(
      answer,
      place.child('clientIP', 'timeoutSeconds'),
      'The timeoutSeconds of the session affinity',
      seconds,
      1,
      longestAffinity,
    )
}
