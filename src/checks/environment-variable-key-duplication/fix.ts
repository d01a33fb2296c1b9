import type { Mended, Proposal } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'

/** One entry stays of those that share a name: the last, which is the one that counts today, or the first. */
export function oneEntry({ container, path }: LocatedContainer, name: string): Mended {
  if (!name)
    return { unfixable: 'Only you know what the entries without a name are for: name them, or remove them.' }
  const env: readonly Entry[] = container.env ?? []
  const places = [...env.keys()].filter((index) => (env[index]?.name ?? '') === name)
  const [first = 0, last = 0] = [places[0], places.at(-1)]
  const keep = (title: string, kept: number): Pick<Proposal, 'title' | 'changes'> => ({
    title,
    changes: places
      .filter((index) => index !== kept)
      .toReversed()
      .map((index) => ({ kind: 'remove', path: [...path, 'env', index] })),
  })
  const values = places.map((index) => env[index]?.value)
  // What is made of other variables may say something else further down.
  const isSame = values.every((value) => value !== undefined && value === values[0] && !value.includes('$('))
  if (isSame) return { fixes: [{ ...keep(`Remove the repeated ${name}`, first), safety: 'safe' }] }
  if (env.slice(first, last + 1).some(({ value }) => refersTo(value, name)))
    return {
      unfixable: `$(${name}) is used between the entries, so each of them counts. Write the value out where it is used, or give the earlier one another name.`,
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
            note: 'The last one counts today, unless what it refers to is missing.',
          },
      {
        ...later,
        safety: 'review',
        note: 'The container gets another value than today: now the last one counts.',
      },
    ],
  }
}

type Entry = { readonly name?: string; readonly value?: string }

/** Whether `$(NAME)` stands in a value; `$$` is a dollar sign. */
const refersTo = (value: string | undefined, name: string): boolean =>
  value?.replaceAll('$$', '').includes(`$(${name})`) ?? false
