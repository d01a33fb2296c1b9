import { canonicalIpProblem } from '../addressRules'
import type { Kind } from '../kind'
import { serviceName, subdomainName as name } from '../metadata/nameRules'
import { validateEndpointSlice } from './endpointSlice'
import { completeEndpoints, validateEndpoints } from './endpoints'
import { validateIngress } from './ingress'
import { completeIngressClass, validateIngressClass } from './ingressClass'
import { validateNetworkPolicy } from './networkPolicy'
import { completeService, validateService } from './serviceSpec'
import { validateIpAddress, validateServiceCidr } from './serviceCidr'

export const kinds: readonly Kind[] = [
  { of: ['v1 Service'], name: serviceName, complete: completeService, validate: validateService },
  { of: ['v1 Endpoints'], name, complete: completeEndpoints, validate: validateEndpoints },
  { of: ['discovery.k8s.io/v1 EndpointSlice'], name, validate: validateEndpointSlice },
  { of: ['networking.k8s.io/v1 Ingress'], name, validate: validateIngress },
  {
    of: ['networking.k8s.io/v1 IngressClass'],
    isClusterScoped: true,
    name,
    complete: completeIngressClass,
    validate: validateIngressClass,
  },
  { of: ['networking.k8s.io/v1 NetworkPolicy'], name, validate: validateNetworkPolicy },
  {
    of: ['networking.k8s.io/v1 ServiceCIDR', 'networking.k8s.io/v1beta1 ServiceCIDR'],
    isClusterScoped: true,
    name,
    validate: validateServiceCidr,
  },
  {
    of: ['networking.k8s.io/v1 IPAddress', 'networking.k8s.io/v1beta1 IPAddress'],
    isClusterScoped: true,
    name: canonicalIpProblem,
    validate: validateIpAddress,
  },
]
