import { useEffect, useState } from 'react'
import { parseMarkdown, type Block } from './markdown'

/** The page of a check; nothing while it is being fetched, for rules that have none, and when it cannot be had. */
export const useCheckDocs = (check: string): readonly Block[] | undefined => {
  const [docs, setDocs] = useState<readonly Block[]>()
  useEffect(() => {
    let isGone = false
    const load = async (): Promise<void> => {
      const { pageOf } = await import('./pageOf')
      const page = pageOf(check)
      if (!isGone) setDocs(page === undefined ? undefined : parseMarkdown(page))
    }
    // The finding's own words stand without the page.
    load().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [check])
  return docs
}
