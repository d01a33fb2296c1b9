import { useLoaded } from '../store/useLoaded'
import { LoadFailure } from './LoadFailure'
import { Sheet } from './Sheet'
import './licences.css'

type List = typeof import('../schemas/generated/licences.json')

type Props = { readonly onClose: () => void }

const loadList = async (): Promise<List> => (await import('../schemas/generated/licences.json')).default

/** The packages that the page is built from, with their licences, as they were read from the packages. */
export const Licences = ({ onClose }: Props) => {
  const { value: list, hasFailed, retry } = useLoaded(loadList)
  return (
    <Sheet name="licences" title="Third-party licences" onClose={onClose}>
      {hasFailed && <LoadFailure part="The list" onRetry={retry} />}
      {list && <Packages list={list} />}
    </Sheet>
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
