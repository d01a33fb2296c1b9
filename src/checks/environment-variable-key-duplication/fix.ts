import type { Fix } from '../../engine/findings/check'
import type { Proposal, Remedy } from '../../engine/findings/remedy'
import type { LocatedContainer } from '../../engine/objects/readObjects'

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
  const env: readonly Entry[] = container.env ?? []
  const indices = [...env.keys()].filter((index) => (env[index]?.name ?? '') === name)
  const [first = 0, last = 0] = [indices[0], indices.at(-1)]
  const keep = (title: string, kept: number): Pick<Proposal, 'title' | 'changes'> => ({
    title,
    changes: indices
      .filter((index) => index !== kept)
      .toReversed()
      .map((index) => ({ kind: 'remove', path: [...path, 'env', index] })),
  })
  const values = indices.map((index) => env[index]?.value)
  // A value that refers to other variables can mean something else further down.
  const isSame = values.every((value) => value !== undefined && value === values[0] && !value.includes('$('))
  if (isSame) return { fixes: [{ ...keep(`Remove the repeated ${name}`, first), safety: 'safe' }] }
  if (env.slice(first, last + 1).some(({ value }) => refersTo(value, name)))
    return {
      unfixable: `$(${name}) is used between the entries, so each of them counts. Write the value out where it is used, or rename the earlier variable.`,
    }
  const isPlain = values.every((value) => value !== undefined)
  const earlier = keep(`Remove the earlier ${name}`, last)
  const later = keep(`Remove the later ${name}`, first)
  return {
    fixes: [
      isPlain
        ? { ...earlier, safety: 'safe' }
        : {
            ...earlier,
            safety: 'review',
            note: 'The last value counts today, unless what it refers to is missing.',
          },
      {
        ...later,
        safety: 'review',
        note: 'The container gets another value than today: the last one counts now.',
      },
    ],
  }
}

export default fix

type Entry = { readonly name?: string; readonly value?: string }

/** Whether a value contains `$(NAME)`; `$$` is an escaped dollar sign. */
const refersTo = (value: string | undefined, name: string): boolean =>
  value?.replaceAll('$$', '').includes(`$(${name})`) ?? false
