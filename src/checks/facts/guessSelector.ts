import type { Proposal } from '../../engine/findings/check'
import { titleOf, type KubernetesObject, type PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { editDistance, closest } from '../../engine/schema/didYouMean'
import { matches, selectorFault } from '../../kubernetes/labelSelector'
import type { LabelSelector } from '../../kubernetes/objects'
import { candidates } from './candidates'
import { plainSelectorOfPods } from './podSelector'
import type { Path } from '../../engine/model/path'

type Labels = Readonly<Record<string, string>>

/** So many guesses are offered at most. */
const guessLimit = 3

/**
 * Proposals to let a selector find pods of the namespace that it misses by a few letters, the nearest first; else those
 * of the workload that has the object's own name. `at`: where the plain labels of the selector stand.
 */
export function guessSelectors(
  object: KubernetesObject,
  selector: LabelSelector,
  at: Path,
  relations: Relations,
): readonly Proposal[] {
  if (selectorFault(selector)) return []
  const pods = candidates(object, relations).filter((other): other is PodBearer => other.pod !== undefined)
  const near = new Map<string, Guess>()
  for (const bearer of pods) {
    const guess = guessAt(selector, bearer)
    const words = guess && JSON.stringify(guess.renamed)
    if (guess && words !== undefined && !near.has(words)) near.set(words, guess)
  }
  const best = [...near.values()].toSorted((left, right) => left.distance - right.distance)
  if (best.length > 0) return best.slice(0, guessLimit).map((guess) => proposalOf(guess, at))
  const namesake = pods.find(({ name }) => name !== '' && name === object.name)
  const labels = namesake && plainSelectorOfPods(namesake)
  if (!labels || !matches({ ...selector, matchLabels: labels }, namesake.pod.labels)) return []
  return [{ ...titled(namesake), changes: [{ kind: 'set', path: at, value: labels }] }]
}

type Guess = {
  readonly bearer: PodBearer
  readonly distance: number
  /** Each requirement that becomes another. */
  readonly renamed: readonly (readonly [key: string, meantKey: string, meantValue: string])[]
}

/** How a selector would have to be spelled to find a pod; undefined when it is too far away. */
function guessAt(selector: LabelSelector, bearer: PodBearer): Guess | undefined {
  const { labels } = bearer.pod
  const meant = new Map<string, string>()
  const renamed: (readonly [string, string, string])[] = []
  let distance = 0
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    const [meantKey, meantValue] = nearestLabel(key, value, labels) ?? []
    if (meantKey === undefined || meantValue === undefined || meant.has(meantKey)) return undefined
    meant.set(meantKey, meantValue)
    if (key === meantKey && value === meantValue) continue
    renamed.push([key, meantKey, meantValue])
    distance += editDistance(key, meantKey) + editDistance(value, meantValue)
  }
  const found = matches({ ...selector, matchLabels: Object.fromEntries(meant) }, labels)
  return found && renamed.length > 0 ? { bearer, distance, renamed } : undefined
}

/** The label of a pod that a requirement means: itself, the same key with a near value, or a near key with its value. */
function nearestLabel(
  key: string,
  value: string,
  labels: Labels,
): readonly [key: string, value: string] | undefined {
  if (Object.hasOwn(labels, key)) {
    const here = labels[key] ?? ''
    return here === value || closest(value, [here]) !== undefined ? [key, here] : undefined
  }
  const same = Object.keys(labels).filter((other) => labels[other] === value)
  const meant = closest(key, same)
  return meant === undefined ? undefined : [meant, value]
}

const titled = (bearer: PodBearer): Pick<Proposal, 'title' | 'safety' | 'note'> => ({
  title: `Select the pods of ${titleOf(bearer)}`,
  safety: 'review',
  note: 'Look whether these pods are meant: it is only a guess from what stands in this text.',
})

const proposalOf = ({ bearer, renamed }: Guess, at: Path): Proposal => ({
  ...titled(bearer),
  changes: renamed.map(([key, meantKey, meantValue]) =>
    key === meantKey
      ? { kind: 'set', path: [...at, key], value: meantValue }
      : { kind: 'rename', path: [...at, key], key: meantKey },
  ),
})
