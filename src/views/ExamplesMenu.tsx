import { useRef } from 'react'
import { examples } from '../examples'
import { replaceText } from '../store/actions'
import { manifestFiles } from './fileKinds'
import { Popover } from './Popover'
import { useFilePicker } from './useFilePicker'

export const ExamplesMenu = () => {
  const panel = useRef<HTMLDivElement>(null)
  const picker = useFilePicker(manifestFiles)

  const choose = (run: () => void): void => {
    panel.current?.hidePopover()
    run()
  }

  return (
    <>
      <Popover label="Examples" className="examples-menu" panel={panel}>
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
      </Popover>
      {picker.input}
    </>
  )
}
