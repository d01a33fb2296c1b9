import { useEffect, useRef } from 'react'
import type { Range } from '../../engine/model/range'
import { lineStarts, positionAt } from '../../formats/lines'
import { selectActive, selectLineStarts } from '../../store/selectors'
import { useApp } from '../../store/store'

/** In pixels; as in embed.css. */
const lineHeight = 18

type Props = {
  readonly text: string
  /** What is to be seen: it is scrolled into view and marked. */
  readonly shown: Range | undefined
}

/** The manifest with line numbers; lines with a finding have a mark. */
export const EmbedText = ({ text, shown }: Props) => {
  const pane = useRef<HTMLDivElement>(null)
  const starts = useApp(selectLineStarts)
  const findings = useApp(selectActive)
  const worst = new Map(
    findings.toReversed().map(({ range, severity }) => [positionAt(starts, range.from).line, severity]),
  )
  const line = shown && positionAt(starts, shown.from).line

  useEffect(() => {
    const element = pane.current
    if (element && line !== undefined) element.scrollTop = line * lineHeight - element.clientHeight / 2
  }, [line])

  return (
    <div ref={pane} className="embed-text" tabIndex={0} role="region" aria-label="Manifest">
      <div className="embed-lines">
        {[...worst].map(([at, severity]) => (
          <div
            key={at}
            className="embed-line"
            data-severity={severity}
            data-shown={at === line}
            style={{ top: (at - 1) * lineHeight }}
          />
        ))}
        <pre className="embed-gutter" aria-hidden="true">
          {lineStarts(text)
            .map((_, index) => index + 1)
            .join('\n')}
        </pre>
        <pre>{text}</pre>
      </div>
    </div>
  )
}
