import { useEffect, useState } from 'react'
import type { DiffHunk, DiffLine } from '../formats/unifiedDiff'

type Props = { readonly before: string; readonly after: string; readonly context: number }

const signs: Readonly<Record<DiffLine['form'], string>> = { same: ' ', added: '+', removed: '−' }

const words: Readonly<Record<DiffLine['form'], string>> = { same: '', added: 'Added: ', removed: 'Removed: ' }

/** What a fix changes, line by line. */
export const FixDiff = ({ before, after, context }: Props) => {
  const [hunks, setHunks] = useState<readonly DiffHunk[]>([])
  useEffect(() => {
    let isStale = false
    import('../formats/unifiedDiff').then(
      ({ hunksBetween }) => !isStale && setHunks(hunksBetween(before, after, context)),
      () => undefined,
    )
    return () => {
      isStale = true
    }
  }, [before, after, context])
  return (
    <div className="diff mono" role="group" aria-label="Difference">
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
