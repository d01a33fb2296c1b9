import { useRef, type ToggleEvent } from 'react'
import { examples } from '../examples'
import { replaceText } from '../store/actions'
import { useFilePicker } from './useFilePicker'

/** A popover of the platform: Escape and a click elsewhere close it and give the focus back. */
export const ExamplesMenu = () => {
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const picker = useFilePicker()

  const place = (event: ToggleEvent<HTMLDivElement>): void => {
    const anchor = button.current?.getBoundingClientRect()
    if (event.newState !== 'open' || !anchor) return
    event.currentTarget.style.top = `${anchor.bottom + 4}px`
    event.currentTarget.style.right = `${Math.max(8, window.innerWidth - anchor.right)}px`
  }

  const choose = (run: () => void): void => {
    menu.current?.hidePopover()
    run()
  }

  return (
    <>
      <button ref={button} className="push-button" type="button" popoverTarget="examples">
        Examples
      </button>
      <div ref={menu} id="examples" className="examples-menu" popover="auto" onBeforeToggle={place}>
        <ul aria-label="Examples">
          {examples.map(({ title, about, text }) => (
            <li key={title}>
              <button type="button" onClick={() => choose(() => replaceText(text))}>
                {title}
                <span className="muted">{about}</span>
              </button>
            </li>
          ))}
        </ul>
        <hr />
        <button type="button" onClick={() => choose(picker.open)}>
          Open files…
          <span className="muted">YAML or JSON; several become one text</span>
        </button>
        <button type="button" onClick={() => choose(() => replaceText(''))}>
          Clear the text
        </button>
      </div>
      {picker.input}
    </>
  )
}
