import { useCallback } from 'react'
import type { DiffLine } from '../formats/unifiedDiff'
import { useLoaded } from '../store/useLoaded'
import { LoadFailure } from './LoadFailure'

type Props = { readonly before: string; readonly after: string; readonly context: number }

const signs: Readonly<Record<DiffLine['form'], string>> = { same: ' ', added: '+', removed: '−' }

const words: Readonly<Record<DiffLine['form'], string>> = { same: '', added: 'Added: ', removed: 'Removed: ' }

/** What a fix changes, line by line. */
export const FixDiff = ({ before, after, context }: Props) => {
  const load = useCallback(async () => {
    const { hunksBetween } = await import('../formats/unifiedDiff')
    return hunksBetween(before, after, context)
  }, [before, after, context])
  const { value: hunks = [], hasFailed, retry } = useLoaded(load)
  if (hasFailed) return <LoadFailure part="The changes" onRetry={retry} />
  return (
    <div className="diff mono" role="group" aria-label="Changes">
      {hunks.map(({ line, lines }) => (
        <ol key={line} aria-label={`Line ${line}`}>
          {lines.map(({ form, text }, index) => (
            <li key={index} data-form={form}>
              <span aria-hidden="true">{signs[form]} </span>
              <span className="read-aloud">{words[form]}</span>
              {text}
            </li>
          ))}
        </ol>
      ))}
    </div>
  )
}
