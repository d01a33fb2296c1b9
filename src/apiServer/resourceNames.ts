import type { Json } from '../engine/model/json'
import { parseQuantity } from '../kubernetes/quantity'
import type { Hint, Answer } from './answer'
import { qualifiedNameProblem } from '../kubernetes/names'
import type { Place } from './place'
import { hasFraction, notNegative, quantityText, whole } from './quantities'
import type { RefusedRule } from './rules'
import { invalid, quoted } from './say'

/*
 * The names of resources (`cpu`, `requests.memory`, `nvidia.com/gpu`) and their amounts. Source: pkg/apis/core,
 * `helper/helpers.go` and `validation/validation.go`.
 */

/** What containers have without a domain, but for huge pages. */
export const containerResources: readonly string[] = ['cpu', 'memory', 'ephemeral-storage']

const counted: ReadonlySet<string> = new Set([
  ...['pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets', 'configmaps'],
  ...['persistentvolumeclaims', 'services.nodeports', 'services.loadbalancers'],
])

/** What quotas count without a domain, but for huge pages. */
export const quotaResources: readonly string[] = [
  ...containerResources,
  ...containerResources.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  'requests.storage',
  ...counted,
]

const quotaNames: ReadonlySet<string> = new Set(quotaResources)
const standardNames: ReadonlySet<string> = new Set([...quotaNames, 'storage'])

export const isHugePages = (name: string): boolean => name.startsWith('hugepages-')

const isQuotaHugePages = (name: string): boolean =>
  isHugePages(name) || name.startsWith('requests.hugepages-')

/** Names without a domain, and those of kubernetes.io, are those of Kubernetes itself. */
const isNative = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/')

/** What is wrong with the name of a resource of devices, as the end of a sentence. Source: `IsExtendedResourceName`. */
export const extendedResourceProblem = (name: string): string | undefined =>
  isNative(name) || name.startsWith('requests.')
    ? 'must have a domain other than kubernetes.io'
    : qualifiedNameProblem(`requests.${name}`)

/** Resources of devices, such as `nvidia.com/gpu`. Source: `IsExtendedResourceName`. */
const isExtended = (name: string): boolean => extendedResourceProblem(name) === undefined

/** Whether a limit may be above the request. Source: `IsOvercommitAllowed`. */
export const mayOvercommit = (name: string): boolean => isNative(name) && !isHugePages(name)

/** Whether a quota counts the resource. Source: `IsStandardQuotaResourceName`. */
export const isQuotaName = (name: string): boolean => quotaNames.has(name) || isQuotaHugePages(name)

/** Source: `validateResourceName`. */
export const resourceNameProblem = (name: string): string | undefined =>
  qualifiedNameProblem(name) ??
  (name.includes('/') || standardNames.has(name) || isQuotaHugePages(name)
    ? undefined
    : 'must be a resource that Kubernetes knows, or have a domain before a “/”')

/** Source: `validateContainerResourceName`. */
export const containerResourceProblem = (name: string): string | undefined =>
  resourceNameProblem(name) ??
  (name.includes('/')
    ? isNative(name) || isExtended(name)
      ? undefined
      : 'must be named like an extended resource, such as example.com/gpu'
    : containerResources.includes(name) || isHugePages(name)
      ? undefined
      : 'must be a resource of containers, such as cpu or memory')

/** Source: `ValidateResourceQuotaResourceName`. */
export const quotaResourceProblem = (name: string): string | undefined =>
  resourceNameProblem(name) ??
  (name.includes('/') || isQuotaName(name) ? undefined : 'must be a resource that quotas count')

/** Refuses the name of a resource. `place`: of the key. `known`: names that may have been meant. */
export function checkResourceName(
  answer: Answer,
  place: Place,
  name: string,
  problem: (name: string) => string | undefined,
  known: readonly string[],
  rule: RefusedRule = 'invalid-resource-name',
): void {
  const found = problem(name)
  if (found === undefined) return
  const hint: Hint | undefined = name.includes('/') ? undefined : { kind: 'word', allowed: known }
  invalid(answer, place, `The resource ${quoted(name)} ${found}.`, rule, hint)
}

/**
 * Refuses an amount of a resource that is negative, or not whole for what is counted. `what`: “The cpu limit of
 * Container web”. Source: `ValidateResourceQuantityValue`.
 */
export function checkAmount(
  answer: Answer,
  place: Place,
  what: string,
  name: string,
  value: Json | undefined,
): void {
  notNegative(answer, place, what, value)
  if ((counted.has(name) || isExtended(name)) && hasFraction(value))
    invalid(
      answer,
      place,
      `${what} is ${quantityText(value)}. It must be a whole number.`,
      'invalid-quantity',
    )
}

/** Like {@link checkAmount}, for containers: huge pages come in whole pages. Source: `IsHugePageResourceValueDivisible`. */
export function checkContainerAmount(
  answer: Answer,
  place: Place,
  what: string,
  name: string,
  value: Json | undefined,
): void {
  checkAmount(answer, place, what, name, value)
  if (!isHugePages(name) || areWholePages(name, value)) return
  const size = name.slice('hugepages-'.length)
  invalid(
    answer,
    place,
    `${what} is ${quantityText(value)}. It must be a multiple of ${size}.`,
    'invalid-quantity',
  )
}

function areWholePages(name: string, value: Json | undefined): boolean {
  const size = name.slice('hugepages-'.length)
  const page = parseQuantity(size)
  return page !== undefined && page > 0n && !hasFraction(size) && whole(value) % whole(size) === 0n
}

/** Whether huge pages are there without CPU or memory, which no container can have. */
export const areHugePagesAlone = (names: readonly string[]): boolean =>
  names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory')
