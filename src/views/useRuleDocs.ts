import { useCallback } from 'react'
import { parseMarkdown, type Block } from '../pages/markdown'
import { useLoaded, type Loaded } from '../store/useLoaded'

/** The page of a rule. */
export const useRuleDocs = (rule: string): Loaded<readonly Block[] | undefined> => {
  const load = useCallback(async () => {
    const { docsOf } = await import('../formats/ruleDocs')
    const page = docsOf(rule)
    return page === undefined ? undefined : parseMarkdown(page)
  }, [rule])
  return useLoaded(load)
}
