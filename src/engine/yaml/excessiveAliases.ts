/** A document with more values is rejected, whatever its share of aliases. */
const valueLimit = 2_000_000

/**
 * Whether a reader refuses a document with so many values, of which so many are the result of an alias. Source: go-yaml,
 * `allowedAliasRatio`: the larger the document, the smaller the share of aliases may be.
 */
export const isExcessive = (fromAliases: number, total: number): boolean =>
  total > valueLimit || (fromAliases > 100 && total > 1000 && fromAliases / total > allowedShare(total))

/** Between 0 and 1. */
const allowedShare = (total: number): number =>
  0.99 - (0.89 * Math.min(Math.max(0, total - 400_000), 3_600_000)) / 3_600_000

/**
 * Whether a document is certain to be refused, whatever follows: the share of aliases only falls by values of its own, of
 * which there are at most `others` in all. Up to the limit, more values of its own allow more aliases.
 */
export function isExcessiveAnyway(fromAliases: number, others: number): boolean {
  const total = Math.min(fromAliases + others, valueLimit)
  return fromAliases > 1000 && fromAliases > total * allowedShare(total)
}
