import { roots } from '../../kubernetes/fieldTypes'
import type { Source } from '../findings/source'
import type { RuleSummary } from '../model/report'
import { readObjects, type KubernetesObject } from '../objects/readObjects'
import { readDocument } from '../yaml/readDocument'

/** What a list of all rules says about one of them, before any text. */
export type RuleFacts = Omit<RuleSummary, 'source'> & {
  readonly id: string
  /** The title of the source it belongs to: `kube-score`, `Schemas`. */
  readonly source: string
  /** There is a fix for at least some of its findings. */
  readonly isFixable: boolean
  /** The kinds it looks at, of those that the checks support; none when it looks at the text and not at objects. */
  readonly kinds: readonly string[]
}

/** The facts about every rule, in the order of the sources. */
export function ruleFacts(sources: readonly Source[]): readonly RuleFacts[] {
  const examples = bareObjects()
  return sources.flatMap(({ title: source, rules, finders, checks = [] }) =>
    rules.map(({ id, title, topic, severities, optional = false, fixable = false }): RuleFacts => {
      const check = checks.find((one) => one.id === id)
      const looking = check ? [check.finder] : finders
      const seen = examples.filter((object) => looking.some((finder) => finder.applies(object)))
      return {
        ...{ id, title, topic, source, severities },
        isCheck: check !== undefined,
        isOptional: optional,
        isFixable: fixable,
        kinds: [...new Set(seen.map(({ kind }) => kind))],
      }
    }),
  )
}

/** An object with nothing but its kind, of every kind and version that the checks support. */
const bareObjects = (): readonly KubernetesObject[] =>
  Object.keys(roots).flatMap((root) => {
    const [apiVersion = '', kind = ''] = root.split(' ')
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\n`
    return readObjects(readDocument(text), text).objects
  })
