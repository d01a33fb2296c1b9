import type { Finding } from '../../engine/model/finding'
import { groupBy } from '../../engine/model/groupBy'
import { lineStarts, positionAt } from '../../formats/lines'
import { SeverityMark } from '../SeverityMark'

type Mark = Pick<Finding, 'id' | 'range' | 'severity' | 'message'>

type Props = {
  readonly text: string
  readonly marks: readonly Mark[]
  /** How many lines around each mark to show; without it the whole text is shown. */
  readonly around?: number
}

/** A manifest with line numbers, the exact places of findings marked, and under each the message. */
export const MarkedText = ({ text, marks, around }: Props) => {
  const starts = lineStarts(text)
  const marked = groupBy(marks, ({ range }) => positionAt(starts, range.from).line)
  const lines = around === undefined ? starts.map((_, index) => index + 1) : near([...marked.keys()], around)
  return (
    <div className="marked-text mono" role="region" aria-label="Manifest" tabIndex={0}>
      <ol>
        {lines.map((line) => {
          const start = starts[line - 1] ?? text.length
          const content = text.slice(start, starts[line]).replace(/(?:\r\n|\n|\r)$/, '')
          const [first, ...more] = marked.get(line) ?? []
          if (content === '' && start === text.length) return undefined
          return (
            <li key={line} value={line} data-severity={first?.severity}>
              <span className="line-number" aria-hidden="true">
                {line}
              </span>
              {first ? <Marked content={content} start={start} range={first.range} /> : content}
              {first &&
                [first, ...more].map(({ id, severity, message }) => (
                  <span key={id} className="mark-message">
                    <SeverityMark mark={severity} /> {message}
                  </span>
                ))}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The numbers of some lines and of those around them, in order. */
const near = (lines: readonly number[], around: number): readonly number[] => {
  const shown = lines.flatMap((line) =>
    Array.from({ length: 2 * around + 1 }, (_, index) => line - around + index),
  )
  return [...new Set(shown.filter((line) => line > 0))].sort((a, b) => a - b)
}

type MarkedProps = {
  readonly content: string
  /** Where the line starts in the text. */
  readonly start: number
  readonly range: Finding['range']
}

/** One line, with the part of a range that lies on it. */
const Marked = ({ content, start, range }: MarkedProps) => {
  const from = range.from - start
  const to = Math.min(content.length, range.to - start)
  return (
    <>
      {content.slice(0, from)}
      <mark>{content.slice(from, to)}</mark>
      {content.slice(to)}
    </>
  )
}
