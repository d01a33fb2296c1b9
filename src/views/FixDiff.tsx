import { useCallback } from 'react'
import { useLoaded } from '../store/useLoaded'
import { DiffHunks } from './DiffHunks'
import { LoadFailure } from './LoadFailure'

type Props = { readonly before: string; readonly after: string; readonly context: number }

/** What a fix changes, line by line. */
export const FixDiff = ({ before, after, context }: Props) => {
  const load = useCallback(async () => {
    const { hunksBetween } = await import('../formats/unifiedDiff')
    return hunksBetween(before, after, context)
  }, [before, after, context])
  const { value: hunks = [], hasFailed, retry } = useLoaded(load)
  return hasFailed ? <LoadFailure part="The changes" onRetry={retry} /> : <DiffHunks hunks={hunks} />
}
