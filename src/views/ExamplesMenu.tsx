import { useRef, useState } from 'react'
import { useLoaded } from '../store/useLoaded'
import { LoadFailure } from './LoadFailure'
import { Popover } from './Popover'

const loadList = () => import('./ExamplesList')

/** The examples, and the other ways to begin. What it opens is loaded when it is first used. `onDone`: closes what it lies in. */
export const ExamplesMenu = ({ onDone }: { readonly onDone?: () => void }) => {
  const panel = useRef<HTMLDivElement>(null)
  const [wasOpened, setOpened] = useState(false)
  const list = useLoaded(wasOpened ? loadList : undefined)
  const close = (): void => {
    panel.current?.hidePopover()
    onDone?.()
  }
  return (
    <Popover
      label="Examples"
      className="examples-menu"
      look="ghost"
      panel={panel}
      onOpen={() => setOpened(true)}
    >
      {list.hasFailed && <LoadFailure part="The examples" onRetry={list.retry} />}
      {list.value && <list.value.ExamplesList onDone={close} />}
    </Popover>
  )
}
