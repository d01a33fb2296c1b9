import { review, risky, type Proposal } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import { selectorText } from '../../engine/objects/labelSelectors'
import { titleOf, type KubernetesObject, type PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { closest, editDistance } from '../../engine/schema/didYouMean'
import { matches, selectorError } from '../../kubernetes/labelSelector'
import type { LabelSelector } from '../../kubernetes/pods'
import { candidates } from './candidates'
import { lastingPlainSelectorOfPods } from './podSelector'

type Labels = Readonly<Record<string, string>>

/** So many guesses are offered at most. */
const guessLimit = 3

/**
 * Proposals that make a selector match Pods of the namespace that it misses by a few letters, the closest first; else
 * those of the workload with the object's own name. `at`: path of the selector's plain labels.
 */
export function guessSelectors(
  object: KubernetesObject,
  selector: LabelSelector,
  at: Path,
  relations: Relations,
): readonly Proposal[] {
  if (selectorError(selector)) return []
  const bearers = candidates(object, relations).filter((other): other is PodBearer => other.pod !== undefined)
  const guesses = new Map<string, Guess>()
  for (const bearer of bearers) {
    const guess = guessFor(selector, bearer)
    const key = guess && JSON.stringify(guess.corrections)
    if (guess && key !== undefined && !guesses.has(key)) guesses.set(key, guess)
  }
  const best = [...guesses.values()].toSorted((left, right) => left.distance - right.distance)
  if (best.length > 0) return best.slice(0, guessLimit).map((guess) => proposalOf(guess, at))
  const namesake = bearers.find(({ name }) => name !== '' && name === object.name)
  const labels = namesake && lastingPlainSelectorOfPods(namesake)
  if (!labels || !matches({ ...selector, matchLabels: labels }, namesake.pod.labels)) return []
  return [
    {
      title: titleFor(namesake),
      ...risky(
        `It only has the same name: the labels ${selectorText(selector)} are lost, and with them Pods outside this text that have them.`,
      ),
      changes: [{ kind: 'set', path: at, value: labels }],
    },
  ]
}

/** Whether a selector misses the Pods of an object by a few letters only. */
export const isMisspelt = (selector: LabelSelector, bearer: PodBearer): boolean =>
  !selectorError(selector) && guessFor(selector, bearer) !== undefined

type Guess = {
  readonly bearer: PodBearer
  readonly distance: number
  /** The labels of the selector that would have to be spelled differently. */
  readonly corrections: readonly (readonly [key: string, meantKey: string, meantValue: string])[]
}

/** How a selector would have to be spelled to match a Pod; undefined when it is too different. */
function guessFor(selector: LabelSelector, bearer: PodBearer): Guess | undefined {
  const { labels } = bearer.pod
  const meant = new Map<string, string>()
  const corrections: (readonly [string, string, string])[] = []
  let distance = 0
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    const [meantKey, meantValue] = closestLabel(key, value, labels) ?? []
    if (meantKey === undefined || meantValue === undefined || meant.has(meantKey)) return undefined
    meant.set(meantKey, meantValue)
    if (key === meantKey && value === meantValue) continue
    corrections.push([key, meantKey, meantValue])
    distance += editDistance(key, meantKey) + editDistance(value, meantValue)
  }
  const isMatch = matches({ ...selector, matchLabels: Object.fromEntries(meant) }, labels)
  return isMatch && corrections.length > 0 ? { bearer, distance, corrections } : undefined
}

/** The label of a Pod that was meant: the same one, the same key with a close value, or a close key with this value. */
function closestLabel(
  key: string,
  value: string,
  labels: Labels,
): readonly [key: string, value: string] | undefined {
  if (Object.hasOwn(labels, key)) {
    const here = labels[key] ?? ''
    return here === value || closest(value, [here]) !== undefined ? [key, here] : undefined
  }
  const sameValue = Object.keys(labels).filter((other) => labels[other] === value)
  const meant = closest(key, sameValue)
  return meant === undefined ? undefined : [meant, value]
}

const titleFor = (bearer: PodBearer): string => `Select the Pods of ${titleOf(bearer)}`

const proposalOf = ({ bearer, corrections }: Guess, at: Path): Proposal => ({
  title: titleFor(bearer),
  ...review('Check that these are the Pods you want: it is only a guess from the labels in this text.'),
  changes: corrections.map(([key, meantKey, meantValue]) =>
    key === meantKey
      ? { kind: 'set', path: [...at, key], value: meantValue }
      : { kind: 'rename', path: [...at, key], key: meantKey },
  ),
})
