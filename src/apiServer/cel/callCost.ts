import type { Way } from './declared'
import type { Expression } from './expression'
import {
  eitherOf,
  endless,
  exactly,
  product,
  productOf,
  scaled,
  sum,
  sumOf,
  unknownSize,
  type Size,
  type SizeAt,
} from './sizes'
import type { CelType } from './types'

/** An argument of a call, and what is known of its size. */
export type Node = {
  readonly expression: Expression
  readonly way: Way
  readonly type: CelType
  readonly size: Size | undefined
}

/** A call of one overload. `costs`: what its arguments cost. */
export type CallInput = {
  readonly name: string
  readonly overload: string
  readonly target: Node | undefined
  readonly args: readonly Node[]
  readonly costs: readonly number[]
  readonly sizeAt: SizeAt
}

/** What a call costs at most, and how large its result is if that is known. */
export type CallCost = { readonly cost: number; readonly size?: Size | undefined }

/** What it costs to go through a text, and to search it with a regular expression. */
const perCharacter = 0.1
const perPatternCharacter = 0.25

/** Source: `functionCost`. */
export function costOfCall(input: CallInput): CallCost {
  const estimate = ofLibraries(input) ?? ofKubernetes(input)
  const args = input.costs.reduce(sum, 0)
  return estimate ? { ...estimate, cost: sum(estimate.cost, args) } : ofLanguage(input, args)
}

const sizeOr = (node: Node | undefined): Size => node?.size ?? unknownSize

/** The size of a node, or of the part of a variable that it is. */
const sizeOf = (node: Node | undefined, { sizeAt }: CallInput): Size =>
  node?.size ?? (node && node.way.length > 0 ? sizeAt(node.way) : undefined) ?? unknownSize

const numberIn = (node: Node | undefined, otherwise: number): number => {
  const expression = node?.expression
  if (expression?.kind !== 'literal' || expression.type !== 'int') return otherwise
  return Math.max(0, Number(expression.value))
}

/** A call that makes a list. */
const listCost = (factor: number, size: Size): CallCost => ({
  cost: sum(scaled(size.max, factor), 11),
  size,
})

/** What the libraries of lists and sets say. Source: cel-go/ext/lists.go, sets.go. */
function ofLibraries(input: CallInput): CallCost | undefined {
  const { overload, target, args } = input
  const [first, second] = args
  switch (overload) {
    case 'list_sets_contains_list':
    case 'list_sets_intersects_list':
    case 'list_sets_equivalent_list': {
      const pairs = product(sizeOf(first, input).max, sizeOf(second, input).max)
      return { cost: sum(scaled(pairs, overload === 'list_sets_equivalent_list' ? 2 : 1), 1) }
    }
    case 'list_slice': {
      const count = numberIn(second, sizeOf(target, input).max) - numberIn(first, 0)
      return listCost(1, exactly(count < 0 ? endless : count))
    }
    case 'lists_range':
      return listCost(1, exactly(numberIn(first, endless)))
    case 'list_reverse':
      return listCost(1, sizeOf(target, input))
    case 'list_flatten':
      return listCost(1, sizeOf(target, input))
    case 'list_flatten_int':
      return listCost(numberIn(first, endless), sizeOf(target, input))
    case 'list_distinct':
      return listCost(2, productOf(sizeOf(target, input), sizeOf(target, input)))
  }
  const sorted = /^list_(.+)_(sort|sortByAssociatedKeys)$/.exec(overload)
  if (!sorted) return undefined
  const [, item = '', how] = sorted
  const size = sizeOf(how === 'sort' ? target : first, input)
  return listCost(item === 'string' || item === 'bytes' ? 2 + perCharacter : 2, productOf(size, size))
}

const cheap = new Set(
  [
    'serviceAccount path group resource subresource namespace name allowed reason error errored',
    'masked prefixLength family isUnspecified isLoopback isLinkLocalMulticast isLinkLocalUnicast',
    'isGlobalUnicast format.named sign asInteger isInteger asApproximateFloat isGreaterThan isLessThan',
    'compareTo add sub major minor patch getScheme getHostname getHost getPort getEscapedPath getQuery',
  ]
    .join(' ')
    .split(' '),
)
const overTarget = new Set('isSorted sum max min indexOf lastIndexOf'.split(' '))
const parsing = new Set('cidr isIP isCIDR ip quantity isQuantity semver isSemver'.split(' '))
const asLong = new Set('lowerAscii upperAscii substring trim'.split(' '))

/** The items of a list, as far as they are known. */
function itemsOf(
  list: Node,
  { sizeAt }: CallInput,
): { readonly type: CelType; readonly size: Size } | undefined {
  const [type] = list.type.parameters
  if (!type) return undefined
  return { type, size: (list.way.length > 0 ? sizeAt([...list.way, '@items']) : undefined) ?? unknownSize }
}

/** What the libraries of Kubernetes say. Source: k8s.io/apiserver/pkg/cel/library/cost.go, `EstimateCallCost`. */
function ofKubernetes(input: CallInput): CallCost | undefined {
  const { name, overload, target, args } = input
  const [first, second] = args
  const firstSize = sizeOf(first, input)
  const targetSize = sizeOf(target, input)
  if (cheap.has(name) || overload === 'cidr_ip') return { cost: 1 }
  if (overTarget.has(name)) return target && { cost: overItems(target, input) }
  if (asLong.has(name)) return target && { cost: scaled(targetSize.max, perCharacter), size: targetSize }
  if (parsing.has(name)) return first && { cost: scaled(firstSize.max, perCharacter) }
  switch (name) {
    case 'check':
      return { cost: 350_000 }
    case 'fieldSelector':
    case 'labelSelector':
      return {
        cost: sum(sum(10, scaled(firstSize.max, perCharacter)), scaled(scaled(firstSize.max, 0.5), 50)),
      }
    case 'url':
    case 'jsonpatch.escapeKey':
      return { cost: scaled(firstSize.max, perCharacter), size: firstSize }
    case 'replace':
      return target && first && second && replaceCost(targetSize, firstSize, sizeOf(second, input))
    case 'split': {
      const limit = second?.expression.kind === 'literal' ? Number(second.expression.value) : undefined
      const max = limit === undefined ? targetSize.max : limit < 0 ? endless : limit
      return target && { cost: scaled(targetSize.max, 2 * perCharacter), size: { min: 0, max } }
    }
    case 'join':
      return target && joinCost(target, input)
    case 'find':
    case 'findAll': {
      const cost = searchCost(targetSize, firstSize)
      return target && { cost, size: { min: 0, max: targetSize.max } }
    }
    case 'ip.isCanonical':
      return { cost: scaled(firstSize.max, 2 * perCharacter) }
    case 'containsIP':
      return { cost: sum(4, overload.endsWith('_string') ? scaled(firstSize.max, perCharacter) : 0) }
    case 'containsCIDR':
      return { cost: sum(7, overload.endsWith('_string') ? scaled(firstSize.max, perCharacter) : 0) }
    case 'validate':
      return { cost: scaled(scaled(firstSize.max, perCharacter), 128 * perPatternCharacter) }
    case '_==_':
      return comparison(first, second)
  }
  return undefined
}

const searchCost = (text: Size, pattern: Size): number =>
  product(scaled(sum(text.max, 1), perCharacter), scaled(pattern.max, perPatternCharacter))

function overItems(target: Node, input: CallInput): number {
  const { max } = sizeOf(target, input)
  const items = itemsOf(target, input)
  if (!items) return scaled(max, perCharacter)
  const isText = items.type.kind === 'string' || items.type.kind === 'bytes'
  return product(max, isText ? sum(1, scaled(items.size.max, perCharacter)) : 1)
}

function joinCost(target: Node, input: CallInput): CallCost {
  const list = sizeOf(target, input)
  const items = itemsOf(target, input)
  const texts = items ? productOf(list, items.size) : exactly(0)
  const [separator] = input.args
  const gaps = { min: Math.max(0, list.min - 1), max: Math.max(0, list.max - 1) }
  const size = separator ? sumOf(texts, productOf(sizeOf(separator, input), gaps)) : texts
  return { cost: scaled(size.max, perCharacter), size }
}

function replaceCost(text: Size, old: Size, now: Size): CallCost {
  const many = { count: 0, rest: text.max }
  const most =
    old.min === 0
      ? { count: sum(text.max, 1), rest: text.max }
      : now.max <= old.min
        ? many
        : { count: Math.ceil(text.max / old.min), rest: 0 }
  const least =
    old.max === 0
      ? { count: sum(text.min, 1), rest: text.min }
      : old.max <= now.min
        ? { count: 0, rest: text.min }
        : { count: Math.ceil(text.min / old.max), rest: 0 }
  const size = {
    min: sum(product(least.count, now.min), least.rest),
    max: sum(product(most.count, now.max), most.rest),
  }
  return { cost: scaled(text.max, 2 * perCharacter), size }
}

/** Comparisons of values of libraries. */
function comparison(one: Node | undefined, other: Node | undefined): CallCost | undefined {
  if (!one || !other || one.type.name !== other.type.name) return undefined
  const { kind, name } = one.type
  if (kind === 'opaque') return name === 'net.IP' || name === 'net.CIDR' ? { cost: 1 } : undefined
  if (kind !== 'message') return undefined
  if (name === 'kubernetes.NamedFormat') return { cost: 7 }
  if (name === 'kubernetes.URL') return { cost: scaled(other.size ? other.size.max : 1, perCharacter) }
  const isPlain =
    name === 'kubernetes.Quantity' ||
    name === 'kubernetes.Semver' ||
    name.startsWith('kubernetes.authorization.')
  return isPlain ? { cost: 1 } : undefined
}

const compared = /^(?:(?:less|greater)(?:_equals)?_(?:string|bytes)|equals|not_equals)$/

/** What the language itself says. */
function ofLanguage({ overload, target, args, costs }: CallInput, before: number): CallCost {
  const [first, second, third] = args
  const one = sizeOr(first)
  const through = (max: number): number => sum(scaled(max, perCharacter), before)
  if (compared.test(overload)) return { cost: through(Math.min(one.max, sizeOr(second).max)) }
  switch (overload) {
    case 'string_format':
      if (target) return { cost: through(sizeOr(target).max) }
      break
    case 'string_to_bytes':
      return { cost: through(one.max), size: { min: one.min, max: Math.min(endless, one.max * 4) } }
    case 'bytes_to_string':
      return { cost: through(one.max), size: { min: Math.floor(one.min / 4), max: one.max } }
    case 'strings_quote': {
      // The server counts in 64 bits, and an unknown size comes out as none.
      const max = one.max >= endless ? 0 : one.max * 2 + 2
      return { cost: through(one.max), size: { min: one.min + 2, max } }
    }
    case 'starts_with_string':
    case 'ends_with_string':
      return { cost: through(one.max) }
    case 'in_list':
      return { cost: sum(sizeOr(second).max, before) }
    case 'matches_string':
      if (target) return { cost: sum(searchCost(sizeOr(target), one), before) }
      break
    case 'contains_string':
      if (target)
        return {
          cost: sum(product(scaled(sizeOr(target).max, perCharacter), scaled(one.max, perCharacter)), before),
        }
      break
    case 'logical_or':
    case 'logical_and':
      return { cost: before }
    case 'conditional':
      return {
        cost: sum(costs[0] ?? 0, Math.max(costs[1] ?? 0, costs[2] ?? 0)),
        size: eitherOf(sizeOr(second), sizeOr(third)),
      }
    case 'add_string':
    case 'add_bytes':
    case 'add_list': {
      const size = sumOf(one, sizeOr(second))
      return { cost: overload === 'add_list' ? sum(1, before) : through(size.max), size }
    }
  }
  return { cost: sum(1, before) }
}
