import type { Mended, Proposal } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { parseQuantity } from '../../kubernetes/quantity'
import { setField } from './setField'
import type { Path } from '../../engine/model/path'
import type { Json } from '../../engine/model/json'

/** What a container asks for of one resource, and what it may use, as it is written. */
export type Amounts = {
  /** To `resources` of the container, from the root of the object. */
  readonly at: Path
  /** `cpu`, `memory`, `ephemeral-storage`. */
  readonly resource: string
  /** How titles name it: `CPU`. */
  readonly noun: string
  readonly request: string | undefined
  readonly limit: string | undefined
}

/** What a container says of one resource. */
export const amountsOf = (
  { container, path }: LocatedContainer,
  resource: string,
  noun: string,
): Amounts => ({
  at: [...path, 'resources'],
  resource,
  noun,
  request: container.resources?.requests?.[resource],
  limit: container.resources?.limits?.[resource],
})

const measure = 'Measure what the container really uses, and leave room above its peaks.'

/** What to start with where nothing is known. */
type Usual = { readonly request: string; readonly limit: string }

/** The proposals for a missing limit; what is put there is never below the request. */
export function limitProposals(amounts: Amounts, usual: Usual): readonly Proposal[] {
  const { noun, resource, request } = amounts
  // A limit alone would become the request too, and reserve the whole of it.
  if (request === undefined || parseQuantity(request) === 0n) return [both(amounts, usual)]
  const place = pathOf(amounts, 'limits')
  // Memory above the request can be taken back only by an eviction; more CPU or disk than requested is common.
  const isFloor = isAmount(request) && (resource === 'memory' || isLess(usual.limit, request))
  return isFloor
    ? [
        setField(
          `Set ${noun} limit to its request`,
          place,
          written(request),
          `It is all that is known. ${measure}`,
        ),
      ]
    : [setField(`Set ${noun} limit to ${usual.limit}`, place, usual.limit, `A placeholder. ${measure}`)]
}

/** The proposals for a missing request. Below a limit, the API takes that one for it, so writing it changes nothing. */
export function requestProposals(amounts: Amounts, usual: Usual): readonly Proposal[] {
  const { noun, limit } = amounts
  if (isAmount(limit)) return [requestToLimit(amounts)]
  // A limit of 0 would be below any request, and the API refuses that.
  if (limit !== undefined && parseQuantity(limit) !== undefined) return [both(amounts, usual)]
  const title = `Set ${noun} request to ${usual.request}`
  return [setField(title, pathOf(amounts, 'requests'), usual.request, `A placeholder. ${measure}`)]
}

const both = (amounts: Amounts, { request, limit }: Usual): Proposal => ({
  title: `Set ${amounts.noun} request to ${request} and limit to ${limit}`,
  safety: 'review',
  note: `Both are placeholders. ${measure}`,
  changes: [
    { kind: 'set', path: pathOf(amounts, 'requests'), value: request },
    { kind: 'set', path: pathOf(amounts, 'limits'), value: limit },
  ],
})

const hardship: Readonly<Record<string, string>> = {
  cpu: 'it is slowed down',
  memory: 'it is killed',
  'ephemeral-storage': 'its pod is evicted',
}

/** What makes a request and a limit that differ the same amount: the request up, or the limit down. */
export function levelling(amounts: Amounts): Mended {
  const { noun, resource, request, limit } = amounts
  const held = `It can then use no more than it requests: where it needs more, ${hardship[resource] ?? 'it fails'}.`
  const limitTo = isAmount(request)
    ? setField(`Set ${noun} limit to its request`, pathOf(amounts, 'limits'), written(request), held)
    : undefined
  const fixes = [...(isAmount(limit) ? [requestToLimit(amounts)] : []), ...(limitTo ? [limitTo] : [])]
  if (fixes.length > 0) return { fixes }
  return {
    unfixable: `Neither is an amount of ${noun} that could be had. Decide how much the container needs.`,
  }
}

/** Only an absent request is filled in by the API; one that is written counts, also when it is 0. */
function requestToLimit(amounts: Amounts): Proposal {
  const { noun, request, limit = '' } = amounts
  const outcome = isLess(request ?? '', limit)
    ? 'Look whether the nodes have that.'
    : 'The API refuses a request above its limit.'
  const note =
    request === undefined ? undefined : `Each pod then reserves ${limit} instead of ${request}. ${outcome}`
  return setField(`Set ${noun} request to its limit`, pathOf(amounts, 'requests'), written(limit), note)
}

const pathOf = ({ at, resource }: Amounts, kind: 'requests' | 'limits'): Path => [...at, kind, resource]

/** Whether it is a quantity of more than nothing. */
const isAmount = (text: string | undefined): text is string => (parseQuantity(text ?? '') ?? 0n) > 0n

const isLess = (left: string, right: string): boolean =>
  (parseQuantity(left) ?? 0n) < (parseQuantity(right) ?? 0n)

/** A whole number is written as one, without quotes. */
const written = (amount: string): Json => (/^[1-9]\d{0,14}$/.test(amount) ? Number(amount) : amount)
