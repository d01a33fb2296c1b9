import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { oldLabelProblem, pathSegmentProblem, subdomainProblem } from '../../kubernetes/names'
import { between } from '../numbers'
import { root } from '../place'
import { has, isTrueAt, numberAt, objectAt, textAt, withDefault, withField } from '../read'
import { portInRange } from '../ports'
import { invalid, named, quoted, remove, required } from '../say'

const place = root.child('spec')

/** Source: kube-aggregator/pkg/apis/apiregistration/validation, `ValidateAPIService`. */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const group = textAt(spec, 'group')
  const version = textAt(spec, 'version')
  const name = textAt(objectAt(object, 'metadata'), 'name')
  const expected = `${version}.${group}`
  if (name !== '' && name !== expected && pathSegmentProblem(name) === undefined)
    invalid(
      answer,
      root.child('metadata', 'name'),
      `The name of the APIService is ${quoted(name)}. It must be ${quoted(expected)}: its version and group.`,
      'invalid-name',
      version === '' ? undefined : { kind: 'set', value: expected },
    )
  if (group === '' && version !== 'v1') required(answer, place.child('group'), 'The APIService has no group.')
  if (group !== '')
    named(answer, place.child('group'), 'The group of the APIService', group, subdomainProblem)
  named(answer, place.child('version'), 'The version of the APIService', version, oldLabelProblem)
  priority(spec, 'groupPriorityMinimum', 20_000, answer)
  priority(spec, 'versionPriority', 1000, answer)
  const hasBundle = textAt(spec, 'caBundle') !== ''
  const isInsecure = isTrueAt(spec, 'insecureSkipTLSVerify')
  if (!has(spec, 'service')) {
    const refuse = (field: string): void =>
      invalid(
        answer,
        place.child(field),
        `The APIService has ${field}, which it must not have without a service.`,
        'field-not-allowed',
        remove,
      )
    if (hasBundle) refuse('caBundle')
    if (isInsecure) refuse('insecureSkipTLSVerify')
    return
  }
  const service = objectAt(spec, 'service')
  for (const field of ['namespace', 'name'])
    if (textAt(service, field) === '')
      required(answer, place.child('service', field), `The service of the APIService has no ${field}.`)
  portInRange(
    answer,
    place.child('service', 'port'),
    'The port of the APIService',
    numberAt(service, 'port') ?? 443,
  )
  if (isInsecure && hasBundle)
    invalid(
      answer,
      place.child('insecureSkipTLSVerify'),
      'The APIService has a caBundle, so insecureSkipTLSVerify must not be true.',
      'conflicting-fields',
      remove,
    )
}

const priority = (spec: JsonObject, key: string, most: number, answer: Answer): void =>
  between(answer, place.child(key), `The ${key} of the APIService`, numberAt(spec, key) ?? 0, 1, most)

export const apiServiceKinds: readonly Kind[] = [
  {
    of: ['apiregistration.k8s.io/v1 APIService'],
    isClusterScoped: true,
    name: pathSegmentProblem,
    complete: (object) =>
      withField(object, 'spec', (spec) =>
        withField(spec, 'service', (service) => withDefault(service, 'port', 443)),
      ),
    validate,
  },
]
