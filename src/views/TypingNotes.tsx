import { goToNewest } from '../store/actions'
import { selectIsHeld, selectNews, selectScoreWithNews, selectUnfinished } from '../store/selectors'
import { useApp } from '../store/store'
import { lineStarts, positionAt } from '../formats/lines'
import * as held from '../store/held'
import { newsSentence } from './newsSentence'
import './typingNotes.css'

/** What decides which report is shown meanwhile. */
export const decisions = held

/** What is being typed: what of it is not finished yet, or what it has made applicable. Nothing moves when it comes and goes. */
export const TypingNotes = () => (
  <div className="typing-notes">
    <Unfinished />
    <News />
  </div>
)

/** What is not finished in the text while the page shows the report before it. */
const Unfinished = () => {
  const isHeld = useApp(selectIsHeld)
  const [first, ...more] = useApp(selectUnfinished)
  const line = useApp(({ reportText, cursor }) =>
    first && isHeld ? positionAt(lineStarts(reportText), first.range.from).line : cursor.line,
  )
  if (!isHeld) return undefined
  return (
    <p className="unfinished">
      {first ? (
        <button className="link" type="button" onClick={() => goToNewest(first.range)}>
          Line {line}
        </button>
      ) : (
        `Line ${line}`
      )}{' '}
      is not finished{first ? `: ${first.message}` : '.'}
      {more.length > 0 && <span className="muted"> And {more.length} more.</span>}
    </p>
  )
}

/** What has become applicable by what was typed. */
const News = () => {
  const news = useApp(selectNews)
  const score = useApp(selectScoreWithNews)
  if (news.length === 0) return undefined
  return (
    <p className="news">
      {newsSentence(news)}
      {score && <span className="muted"> With that, the score is {score.value}.</span>}
    </p>
  )
}
