import type { JsonObject } from '../../engine/model/json'
import type { Kind } from '../kind'
import { subdomainProblem } from '../../kubernetes/names'
import { validateTemplateMetadata } from '../metadata/templateMetadata'
import { root } from '../place'
import { has, listAt, numberAt, objectAt, textAt, withDefault, withField, withItems } from '../read'
import { extendedResourceProblem } from '../resourceNames'
import { named } from '../say'
import { validateClaim } from './deviceClaim'
import { validateConfiguration } from './deviceConfiguration'
import { eachOf } from './deviceLists'
import { validateSelectors } from './deviceSelectors'

const completeDevices = (request: JsonObject): JsonObject => {
  const moded =
    textAt(request, 'allocationMode') === '' ? { ...request, allocationMode: 'ExactCount' } : request
  const counted =
    textAt(moded, 'allocationMode') === 'ExactCount' && (numberAt(moded, 'count') ?? 0) === 0
      ? { ...moded, count: 1 }
      : moded
  return withItems(counted, 'tolerations', (toleration) => withDefault(toleration, 'operator', 'Equal'))
}

/** Source: pkg/apis/resource/v1/defaults.go. */
const completeClaim = (spec: JsonObject): JsonObject =>
  withField(spec, 'devices', (devices) =>
    withItems(devices, 'requests', (request) =>
      withItems(withField(request, 'exactly', completeDevices), 'firstAvailable', completeDevices),
    ),
  )

const versionsOf = (kind: string): readonly string[] =>
  ['v1', 'v1beta2'].map((version) => `resource.k8s.io/${version} ${kind}`)

export const deviceKinds: readonly Kind[] = [
  {
    of: versionsOf('ResourceClaim'),
    name: subdomainProblem,
    complete: (claim) => withField(claim, 'spec', completeClaim),
    validate: (claim, answer) =>
      validateClaim(objectAt(objectAt(claim, 'spec'), 'devices'), root.child('spec', 'devices'), answer),
  },
  {
    of: versionsOf('ResourceClaimTemplate'),
    name: subdomainProblem,
    complete: (template) => withField(template, 'spec', (spec) => withField(spec, 'spec', completeClaim)),
    validate: (template, answer) => {
      const spec = objectAt(template, 'spec')
      const place = root.child('spec')
      validateTemplateMetadata(
        objectAt(spec, 'metadata'),
        'A claim template',
        place.child('metadata'),
        answer,
      )
      validateClaim(objectAt(objectAt(spec, 'spec'), 'devices'), place.child('spec', 'devices'), answer)
    },
  },
  {
    of: versionsOf('DeviceClass'),
    isClusterScoped: true,
    name: subdomainProblem,
    validate: (object, answer) => {
      const place = root.child('spec')
      const spec = objectAt(object, 'spec')
      validateSelectors(listAt(spec, 'selectors'), place.child('selectors'), answer)
      eachOf(listAt(spec, 'config'), place.child('config'), 32, answer, (config, at) =>
        validateConfiguration(config, at, answer),
      )
      const extended = textAt(spec, 'extendedResourceName')
      if (answer.isFrom(36) && has(spec, 'extendedResourceName'))
        named(
          answer,
          place.child('extendedResourceName'),
          'The extended resource',
          extended,
          extendedResourceProblem,
        )
    },
  },
]
