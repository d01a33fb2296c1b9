import { useRef } from 'react'
import { shareTexts, type ShareText } from '../session/shareTexts'
import { showToast } from '../store/actions'
import { saveManifest } from '../store/saveFile'

type Props = {
  /** Undefined until it has been worked out. */
  readonly url: string | undefined
  readonly title: string
  readonly text: string
}

/** The link, and everything it can be copied as. */
export const ShareButtons = ({ url, title, text }: Props) => {
  const field = useRef<HTMLInputElement>(null)

  const copy = async ({ make, done }: ShareText): Promise<void> => {
    if (url === undefined) return
    const copied = make(url, title)
    try {
      await navigator.clipboard.writeText(copied)
      showToast(done)
    } catch {
      // Pages without a certificate have no clipboard.
      if (field.current) field.current.value = copied
      field.current?.select()
      showToast('This browser does not let the page copy. The text is selected: copy it with the keyboard.')
    }
  }

  const save = (): void => {
    saveManifest(text)
    showToast('File saved.')
  }

  return (
    <div className="share-buttons">
      <input
        key={url}
        ref={field}
        className="field mono"
        aria-label="Link"
        readOnly
        defaultValue={url ?? ''}
        onFocus={(event) => event.currentTarget.select()}
      />
      {shareTexts.map((each, index) => (
        <button
          key={each.id}
          className={index === 0 ? 'push-button primary' : 'push-button'}
          type="button"
          title={each.help}
          disabled={url === undefined}
          onClick={() => void copy(each)}
        >
          {each.title}
        </button>
      ))}
      <button className="push-button" type="button" title="The manifest alone" onClick={save}>
        Save as file
      </button>
    </div>
  )
}
