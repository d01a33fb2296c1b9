import type { Proposal, Remedy } from '../../engine/findings/remedy'
import type { Json } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { parseQuantity } from '../../kubernetes/quantity'
import { setField } from './setField'

/** A container's request and limit for one resource, as they are written. */
export type ResourceAmounts = {
  /** Path of the container's `resources`, from the root of the object. */
  readonly at: Path
  /** `cpu`, `memory` or `ephemeral-storage`. */
  readonly resource: string
  /** The resource in titles: `CPU`. */
  readonly noun: string
  readonly request: string | undefined
  readonly limit: string | undefined
}

export const amountsOf = (
  { container, path }: LocatedContainer,
  resource: string,
  noun: string,
): ResourceAmounts => ({
  at: [...path, 'resources'],
  resource,
  noun,
  request: container.resources?.requests?.[resource],
  limit: container.resources?.limits?.[resource],
})

const measure = 'Measure what the container really uses and leave headroom for peaks.'

/** What to start with when nothing is known. */
type Usual = { readonly request: string; readonly limit: string }

/** The fixes for a missing limit; the new limit is never below the request. */
export function limitFixes(amounts: ResourceAmounts, usual: Usual): readonly Proposal[] {
  const { noun, resource, request } = amounts
  // The API copies a limit without a request into the request, which would reserve all of it.
  if (request === undefined || parseQuantity(request) === 0n) return [setBoth(amounts, usual)]
  const path = pathOf(amounts, 'limits')
  // Memory above the request can only be reclaimed by an eviction; for CPU and disk a higher limit is common.
  const isAtLeastRequest = isAmount(request) && (resource === 'memory' || isLess(usual.limit, request))
  return isAtLeastRequest
    ? [
        setField(
          `Set ${noun} limit to its request (${request})`,
          path,
          amountValue(request),
          `The request is the only known amount. ${measure}`,
        ),
      ]
    : [setField(`Set ${noun} limit to ${usual.limit}`, path, usual.limit, `A placeholder. ${measure}`)]
}

/** The fixes for a missing request. With a limit, the API uses that as the request, so writing it changes nothing. */
export function requestFixes(amounts: ResourceAmounts, usual: Usual): readonly Proposal[] {
  const { noun, limit } = amounts
  if (isAmount(limit)) return [requestToLimit(amounts)]
  // A limit of 0 would be below any request, and the API refuses that.
  if (limit !== undefined && parseQuantity(limit) !== undefined) return [setBoth(amounts, usual)]
  const title = `Set ${noun} request to ${usual.request}`
  return [setField(title, pathOf(amounts, 'requests'), usual.request, `A placeholder. ${measure}`)]
}

const setBoth = (amounts: ResourceAmounts, { request, limit }: Usual): Proposal => ({
  title: `Set ${amounts.noun} request to ${request} and limit to ${limit}`,
  safety: 'review',
  note: `Both are placeholders. ${measure}`,
  changes: [
    { kind: 'set', path: pathOf(amounts, 'requests'), value: request },
    { kind: 'set', path: pathOf(amounts, 'limits'), value: limit },
  ],
})

const consequences: Readonly<Record<string, string>> = {
  cpu: 'it is throttled',
  memory: 'it is OOM-killed',
  'ephemeral-storage': 'its Pod is evicted',
}

/** Makes a request and a limit that differ equal: raises the request, or lowers the limit. */
export function equalizeAmounts(amounts: ResourceAmounts): Remedy {
  const { noun, resource, request, limit } = amounts
  const note = `The container can then use no more than it requests; if it needs more, ${consequences[resource] ?? 'it fails'}.`
  const limitToRequest = isAmount(request)
    ? setField(
        `Set ${noun} limit to its request (${request})`,
        pathOf(amounts, 'limits'),
        amountValue(request),
        note,
      )
    : undefined
  const fixes = [
    ...(isAmount(limit) ? [requestToLimit(amounts)] : []),
    ...(limitToRequest ? [limitToRequest] : []),
  ]
  if (fixes.length > 0) return { fixes }
  return { unfixable: `Neither value is a usable amount of ${noun}. Decide how much the container needs.` }
}

/** The API fills in only an absent request; one that is written counts, even when it is 0. */
function requestToLimit(amounts: ResourceAmounts): Proposal {
  const { noun, request, limit = '' } = amounts
  const consequence = isLess(request ?? '', limit)
    ? 'Check that the nodes have that much.'
    : 'The API refuses a request above the limit.'
  const note =
    request === undefined
      ? undefined
      : `Each Pod then reserves ${limit} instead of ${request}. ${consequence}`
  return setField(
    `Set ${noun} request to its limit (${limit})`,
    pathOf(amounts, 'requests'),
    amountValue(limit),
    note,
  )
}

const pathOf = ({ at, resource }: ResourceAmounts, kind: 'requests' | 'limits'): Path => [
  ...at,
  kind,
  resource,
]

/** Whether it is a quantity greater than zero. */
const isAmount = (text: string | undefined): text is string => (parseQuantity(text ?? '') ?? 0n) > 0n

const isLess = (left: string, right: string): boolean =>
  (parseQuantity(left) ?? 0n) < (parseQuantity(right) ?? 0n)

/** A whole number is written as a number, without quotes. */
const amountValue = (amount: string): Json => (/^[1-9]\d{0,14}$/.test(amount) ? Number(amount) : amount)
