import type { KeyboardEvent, PointerEvent } from 'react'
import { setSplit } from '../store/actions'
import { defaultSplit, useApp } from '../store/store'

const step = 2

export const Divider = () => {
  const split = useApp((state) => state.split)

  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const panes = event.currentTarget.parentElement?.getBoundingClientRect()
    if (panes && event.currentTarget.hasPointerCapture(event.pointerId))
      setSplit(((event.clientX - panes.left) / panes.width) * 100)
  }

  const press = (event: KeyboardEvent): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: split - step,
      ArrowRight: split + step,
      Home: 0,
      End: 100,
      Enter: defaultSplit,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    setSplit(target)
  }

  return (
    <div
      className="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the editor"
      aria-controls="manifest"
      aria-valuenow={Math.round(split)}
      aria-valuemin={20}
      aria-valuemax={80}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => setSplit(defaultSplit)}
      onKeyDown={press}
    />
  )
}
