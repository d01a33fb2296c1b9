import { useEffect, useRef } from 'react'
import { useLoaded } from '../store/useLoaded'
import { LoadFailure } from './LoadFailure'
import './sheet.css'
import './licences.css'

type List = typeof import('../schemas/generated/licences.json')

type Props = { readonly onClose: () => void }

const loadList = async (): Promise<List> => (await import('../schemas/generated/licences.json')).default

/** The packages that the page is built from, with their licences, as they were read from the packages. */
export const Licences = ({ onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const { value: list, hasFailed, retry } = useLoaded(loadList)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="sheet licences" aria-labelledby="licences-title" onClose={onClose}>
      <header>
        <h2 id="licences-title">Third-party licences</h2>
        <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {hasFailed && <LoadFailure part="The list" onRetry={retry} />}
      {list && <Packages list={list} />}
    </dialog>
  )
}

const Packages = ({ list: { packages, texts } }: { readonly list: List }) => (
  <div className="licence-list">
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
