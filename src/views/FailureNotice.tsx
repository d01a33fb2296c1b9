import { retry } from '../store/actions'
import type { Failure } from '../worker/client'

const what: Readonly<Record<Failure['kind'], string>> = {
  start: 'The checks could not be run.',
  time: 'The checks gave no answer within 20 seconds and were stopped.',
  engine: 'The checks failed on this text.',
}

const whatNow: Readonly<Record<Failure['kind'], string>> = {
  start: 'Make sure that this page can load its own files, then try again.',
  time: 'Shorten the text or try again.',
  engine: 'This is a defect of the page, not of your manifest. Try again, or change the text.',
}

/** What happened, what is kept, what to do. */
export const FailureNotice = ({ failure }: { readonly failure: Failure }) => (
  <div className="failure" role="alert">
    <p>
      <strong>{what[failure.kind]}</strong> Your text is kept as it is, and nothing of it left the browser.{' '}
      {whatNow[failure.kind]}
    </p>
    {failure.detail !== '' && <p className="mono muted">{failure.detail}</p>}
    <button className="push-button primary" type="button" onClick={retry}>
      Try again
    </button>
  </div>
)
