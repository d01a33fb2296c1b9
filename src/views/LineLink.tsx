import type { Range } from '../engine/model/range'
import { selectLine } from '../store/selectors'
import { useApp } from '../store/store'

type Props = { readonly range: Range; readonly onGo: (range: Range) => void }

/** "Line 14" is a link everywhere. */
export const LineLink = ({ range, onGo }: Props) => (
  <button className="line-link link" type="button" onClick={() => onGo(range)}>
    line {useLine(range)}
  </button>
)

const useLine = (range: Range): number => useApp((state) => selectLine(state, range))
