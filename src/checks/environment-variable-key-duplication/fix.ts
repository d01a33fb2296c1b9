import type { Fix } from '../../engine/findings/check'
import { risky, safe, type Proposal, type Remedy } from '../../engine/findings/remedy'
import { canonicalJson } from '../../engine/model/json'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import type { Container } from '../../kubernetes/pods'

/** `name`: of the variable that is set more than once. */
type RepeatedVariable = { readonly located: LocatedContainer; readonly name: string }

/** Keeps one of the entries with the same name: the last, which is the one that counts today, or the first. */
const fix: Fix<'pod', RepeatedVariable> = ({ data: { located, name } }) => {
  const known = remediesOf.get(located) ?? new Map<string, Remedy>()
  remediesOf.set(located, known)
  const remedy = known.get(name) ?? remedyFor(located, name)
  known.set(name, remedy)
  return remedy
}

/** By the name of the variable: a name that is set many times has as many findings, all with the same remedy. */
const remediesOf = new WeakMap<LocatedContainer, Map<string, Remedy>>()

function remedyFor({ container, path }: LocatedContainer, name: string): Remedy {
  if (!name)
    return { unfixable: 'Only you know what the entries without a name are for. Name them, or remove them.' }
  const env = container.env ?? []
  const indices = [...env.keys()].filter((index) => (env[index]?.name ?? '') === name)
  const [first = 0, last = 0] = [indices[0], indices.at(-1)]
  const keep = (title: string, kept: number): Pick<Proposal, 'title' | 'changes'> => ({
    title,
    changes: indices
      .filter((index) => index !== kept)
      .toReversed()
      .map((index) => ({ kind: 'remove', path: [...path, 'env', index] })),
  })
  const entries = indices.map((index) => env[index] ?? {})
  // A value that refers to other variables can mean something else further down.
  const isSame = new Set(entries.map(contentOf)).size === 1 && !entries[0]?.value?.includes('$(')
  if (isSame)
    return {
      fixes: [
        {
          ...keep(`Remove the repeated ${name}`, first),
          ...safe('All entries have the same value, and one of them stays.'),
        },
      ],
    }
  if (env.slice(first, last + 1).some(({ value }) => refersTo(value, name)))
    return {
      unfixable: `$(${name}) is used between the entries, so each of them counts. Write the value out where it is used, or rename the earlier variable.`,
    }
  const isPlain = entries.every(({ valueFrom }) => valueFrom === undefined)
  const earlier = keep(`Remove the earlier ${name}`, last)
  const later = keep(`Remove the later ${name}`, first)
  return {
    fixes: [
      {
        ...earlier,
        ...risky(
          isPlain
            ? `The container keeps its value, because the last entry is the one that counts. The earlier value of ${name} is lost.`
            : `The last entry is the one that counts, unless what it refers to is missing. The earlier value of ${name} is lost.`,
        ),
      },
      {
        ...later,
        ...risky(
          'The container gets another value than today, because the last entry is the one that counts. That value is lost.',
        ),
      },
    ],
  }
}

export default fix

type Entry = NonNullable<Container['env']>[number]

/** What an entry sets, as one text. An entry without a value sets an empty one. */
const contentOf = ({ value = '', valueFrom }: Entry): string => canonicalJson([value, valueFrom ?? null])

/** Whether a value contains `$(NAME)`; `$$` is an escaped dollar sign. */
const refersTo = (value: string | undefined, name: string): boolean =>
  value?.replaceAll('$$', '').includes(`$(${name})`) ?? false
