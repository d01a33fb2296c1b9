import type { Range } from '../engine/model/range'
import { positionAt } from '../formats/lines'
import { selectLineStarts } from '../store/selectors'
import { useApp } from '../store/store'

type Props = { readonly range: Range; readonly onGo: (range: Range) => void }

/** "Line 14" is a link everywhere. */
export const LineLink = ({ range, onGo }: Props) => (
  <button className="line-link link" type="button" onClick={() => onGo(range)}>
    line {useLine(range)}
  </button>
)

export const useLine = (range: Range): number =>
  useApp((state) => positionAt(selectLineStarts(state), range.from).line)
