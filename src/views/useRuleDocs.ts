import { useCallback } from 'react'
import { parseMarkdown, type Block } from './markdown'
import { useLoaded } from '../store/useLoaded'

/** The page of a rule; nothing before it has loaded, or where it cannot be loaded: a finding can be read without it. */
export const useRuleDocs = (rule: string): readonly Block[] | undefined => {
  const load = useCallback(async () => {
    const { docsOf } = await import('./ruleDocs')
    const page = docsOf(rule)
    return page === undefined ? undefined : parseMarkdown(page)
  }, [rule])
  return useLoaded(load).value
}
