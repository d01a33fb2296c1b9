import { examples } from '../examples'
import { replaceText } from '../store/actions'
import { manifestFiles } from './fileKinds'
import { useFilePicker } from './useFilePicker'

export const EmptyState = () => {
  const picker = useFilePicker(manifestFiles)
  return (
    <div className="report-message">
      <p>Paste a manifest, drop files, or start from an example.</p>
      <ul className="starts">
        {examples.map(({ title, text }) => (
          <li key={title}>
            <button className="link" type="button" onClick={() => replaceText(text)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      <button className="push-button" type="button" onClick={picker.open}>
        Open files…
      </button>
      {picker.input}
    </div>
  )
}
