import { review, risky, safe, type Proposal, type Remedy } from '../../engine/findings/remedy'
import type { Json } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import type { LocatedContainer, Pod } from '../../engine/objects/readObjects'
import { parseQuantity } from '../../kubernetes/quantity'
import { guessField, inSentence } from './guessField'
import { setField } from './setField'
import { mebibytesIn, suggestAmounts, type Suggestion } from './suggestAmounts'

/** A container’s request and limit for one resource, as they are written, and what to start with. */
type ResourceAmounts = {
  /** Path of the container’s `resources`, from the root of the object. */
  readonly at: Path
  /** `cpu`, `memory` or `ephemeral-storage`. */
  readonly resource: string
  /** The resource in titles: `CPU`. */
  readonly noun: string
  /** The container in sentences: `container web`. */
  readonly owner: string
  readonly request: string | undefined
  readonly limit: string | undefined
  readonly suggestion: Suggestion
  /** What the whole Pod may use, and what it reserves, for all its containers together. */
  readonly podLimit: string | undefined
  readonly podRequest: string | undefined
}

/** The resources in titles. */
const nouns: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  memory: 'memory',
  'ephemeral-storage': 'ephemeral storage',
}

/** The amounts of CPU, memory or disk of a container; undefined for other resources. */
export function amountsOf(
  pod: Pod,
  located: LocatedContainer,
  resource: string,
): ResourceAmounts | undefined {
  const noun = nouns[resource]
  const suggestion = suggestAmounts(pod, located, resource)
  if (noun === undefined || !suggestion) return undefined
  const { container, path } = located
  // A Pod cannot have ephemeral storage of its own.
  const own = resource === 'ephemeral-storage' ? undefined : pod.spec.resources
  return {
    at: [...path, 'resources'],
    resource,
    noun,
    owner: inSentence(located),
    request: container.resources?.requests?.[resource],
    limit: container.resources?.limits?.[resource],
    suggestion,
    podLimit: own?.limits?.[resource],
    podRequest: own?.requests?.[resource],
  }
}

const measure = 'Measure what the container really uses and leave headroom for peaks.'

/** What to do about a missing limit; the new limit is never below the request. */
export function limitRemedy(amounts: ResourceAmounts): Remedy {
  const { noun, resource, request, suggestion } = amounts
  if (isSetForPod(amounts)) return { unfixable: sharedReason(amounts) }
  // The API copies a limit without a request into the request, which would reserve all of it.
  if (request === undefined || parseQuantity(request) === 0n) return { fixes: [setBoth(amounts)] }
  // Memory above the request can only be reclaimed by an eviction; for CPU and disk a higher limit is common.
  const isBelowRequest = isAmount(request) && !isLess(request, suggestion.limit)
  const isOnlyKnown = isAmount(request) && resource === 'memory' && suggestion.least === 0
  return {
    fixes: [
      isBelowRequest || isOnlyKnown
        ? guessAmount(amounts, 'limit', request, `Set ${noun} limit to its request (${request})`, requestOnly)
        : guessAmount(amounts, 'limit', suggestion.limit, `Set ${noun} limit to ${suggestion.limit}`),
    ],
  }
}

const requestOnly = `The request is the only known amount. ${measure}`

/** What to do about a missing request. With a limit, the API uses that as the request, so writing it changes nothing. */
export function requestRemedy(amounts: ResourceAmounts): Remedy {
  const { noun, request, limit, suggestion } = amounts
  if (isAmount(limit) && request === undefined) return { fixes: [requestToLimit(amounts)] }
  if (isSetForPod(amounts)) return { unfixable: sharedReason(amounts) }
  if (isAmount(limit))
    return {
      fixes: [
        isLess(suggestion.request, limit)
          ? guessAmount(
              amounts,
              'request',
              suggestion.request,
              `Set ${noun} request to ${suggestion.request}`,
            )
          : guessAmount(amounts, 'request', limit, `Set ${noun} request to its limit (${limit})`),
      ],
    }
  // A limit of 0 would be below any request, and the API refuses that.
  if (limit !== undefined && parseQuantity(limit) !== undefined) return { fixes: [setBoth(amounts)] }
  return {
    fixes: [
      guessAmount(amounts, 'request', suggestion.request, `Set ${noun} request to ${suggestion.request}`),
    ],
  }
}

/** Whether the Pod sets the resource for all its containers together. */
const isSetForPod = ({ podLimit, podRequest }: ResourceAmounts): boolean =>
  isAmount(podLimit) || isAmount(podRequest)

const sharedReason = ({ noun, owner }: ResourceAmounts): string =>
  `The Pod sets ${noun} for all its containers together (spec.resources), and an amount of its own would take ${owner} out of that. Decide whether it needs one; it must fit into what the Pod has.`

const guessAmount = (
  amounts: ResourceAmounts,
  kind: 'request' | 'limit',
  amount: string,
  title: string,
  note = suggested(amounts, 'A placeholder.'),
): Proposal =>
  guessField(title, pathOf(amounts, `${kind}s`), amountValue(amount), note, whatOf(amounts, kind))

const suggested = ({ suggestion }: ResourceAmounts, otherwise: string): string =>
  `${suggestion.reason ?? otherwise} ${measure}`

const whatOf = ({ noun, owner }: ResourceAmounts, kind: 'request' | 'limit'): string =>
  `${noun} ${kind} of ${owner}`

function setBoth(amounts: ResourceAmounts): Proposal {
  const { noun, suggestion } = amounts
  return {
    title: `Set ${noun} request to ${suggestion.request} and limit to ${suggestion.limit}`,
    ...review(suggested(amounts, 'Both are placeholders.')),
    ...both(amounts, suggestion.request, suggestion.limit),
  }
}

/** The changes to set both, and that both are guesses. */
const both = (
  amounts: ResourceAmounts,
  request: string,
  limit: string,
): Pick<Proposal, 'changes' | 'placeholders'> => ({
  changes: [
    { kind: 'set', path: pathOf(amounts, 'requests'), value: request },
    { kind: 'set', path: pathOf(amounts, 'limits'), value: limit },
  ],
  placeholders: [
    { what: whatOf(amounts, 'request'), path: pathOf(amounts, 'requests') },
    { what: whatOf(amounts, 'limit'), path: pathOf(amounts, 'limits') },
  ],
})

const consequences: Readonly<Record<string, string>> = {
  cpu: 'it is throttled',
  memory: 'it is OOM-killed',
  'ephemeral-storage': 'its Pod is evicted',
}

/** Makes a request and a limit that differ equal: raises the request, or lowers the limit. */
export function equalizeAmounts(amounts: ResourceAmounts): Remedy {
  const { noun, request, limit, podRequest } = amounts
  const isRaise = request !== undefined && isLess(request, limit ?? '')
  const fitsPod = !isRaise || !isAmount(podRequest)
  const fixes = [
    ...(isAmount(limit) && fitsPod ? [requestToLimit(amounts)] : []),
    ...(isAmount(request) ? limitToRequest(amounts, request) : []),
  ]
  if (fixes.length > 0) return { fixes }
  if (!fitsPod)
    return {
      unfixable: `The Pod requests ${noun} for all its containers together (spec.resources), so this container cannot simply request more. Decide how much each of them needs.`,
    }
  return { unfixable: `Neither value is a usable amount of ${noun}. Decide how much the container needs.` }
}

/** Not below what the settings of the container ask for: then both amounts follow from those. */
function limitToRequest(amounts: ResourceAmounts, request: string): readonly Proposal[] {
  const { noun, resource, limit, suggestion } = amounts
  const isTooLow = mebibytesIn(request) < suggestion.least
  if (isTooLow && isAmount(limit)) return []
  if (isTooLow)
    return [
      {
        title: `Set ${noun} request and limit to ${suggestion.limit}`,
        ...risky(`${suggestion.reason ?? ''} ${reserves(suggestion.limit, request)}`.trim()),
        effect: reservesMore,
        ...both(amounts, suggestion.limit, suggestion.limit),
      },
    ]
  const title = `Set ${noun} limit to its request (${request})`
  const note = `The container can then use no more than it requests; if it needs more, ${consequences[resource] ?? 'it fails'}.`
  if (limit === undefined) return [guessAmount(amounts, 'limit', request, title, note)]
  const isLower = isLess(request, limit)
  return [
    setField(
      title,
      pathOf(amounts, 'limits'),
      amountValue(request),
      isLower ? risky(note) : review(`The API refuses a request above the limit. ${note}`),
    ),
  ]
}

const reservesMore = 'reserves more'

const reserves = (amount: string, before: string): string =>
  `Each Pod then reserves ${amount} instead of ${before}, and stays pending where no node has that much left.`

/** The API fills in only an absent request; one that is written counts, even when it is 0. */
function requestToLimit(amounts: ResourceAmounts): Proposal {
  const { noun, request, limit = '' } = amounts
  const isRaise = request !== undefined && isLess(request, limit)
  const assessment =
    request === undefined
      ? safe('The API already uses the limit where there is no request.')
      : isRaise
        ? risky(reserves(limit, request))
        : review(
            `The API refuses a request above the limit. Check that ${limit} is enough, and not ${request}.`,
          )
  return {
    ...setField(
      `Set ${noun} request to its limit (${limit})`,
      pathOf(amounts, 'requests'),
      amountValue(limit),
      assessment,
    ),
    ...(isRaise && { effect: reservesMore }),
  }
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
