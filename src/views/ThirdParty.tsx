import { useEffect, useRef, useState } from 'react'
import './thirdParty.css'

type Licences = typeof import('../schemas/generated/licences.json')

type Props = { readonly onClose: () => void }

/** Whose work is on the page, and under which licence: read from the packages when the page is built. */
export const ThirdParty = ({ onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [licences, setLicences] = useState<Licences | 'missing'>()
  useEffect(() => {
    dialog.current?.showModal()
    import('../schemas/generated/licences.json').then(
      (loaded) => setLicences(loaded.default),
      () => setLicences('missing'),
    )
  }, [])
  return (
    <dialog ref={dialog} className="third-party" aria-labelledby="third-party-title" onClose={onClose}>
      <header>
        <h2 id="third-party-title">Software and schemas of others</h2>
        <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {licences === 'missing' && <p>The list could not be loaded. Try again when the network is back.</p>}
      {licences !== undefined && licences !== 'missing' && <Packages licences={licences} />}
    </dialog>
  )
}

const Packages = ({ licences: { packages, texts } }: { readonly licences: Licences }) => (
  <div className="third-party-list">
    {packages.map(({ name, version, licence, text, ...more }) => (
      <details key={`${name} ${version}`}>
        <summary>
          <span className="mono">{name}</span> {version} <span className="muted">{licence}</span>
        </summary>
        {'note' in more && <p>{more.note}</p>}
        {text.map((index) => (
          <pre key={index}>{texts[index]}</pre>
        ))}
      </details>
    ))}
  </div>
)
