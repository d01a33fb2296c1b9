import type { Failure } from '../worker/client'
import { CommandButton } from './CommandButton'

const what: Readonly<Record<Failure['kind'], string>> = {
  start: 'The checks could not run.',
  time: 'The checks did not finish within 20 seconds and were stopped.',
  gone: 'The checks ended on this text without an answer.',
  engine: 'The checks failed on this text.',
}

const whatNow: Readonly<Record<Failure['kind'], string>> = {
  start: 'Check that this page can load its own files, then try again.',
  time: 'Shorten the text, or try again.',
  gone: 'Shorten or change the text, or try again.',
  engine: 'This is a bug in the playground, not in your manifest. Try again, or change the text.',
}

/** What happened, what is kept, and what to do. */
export const FailureNotice = ({ failure }: { readonly failure: Failure }) => (
  <div className="failure" role="alert">
    <p>
      <strong>{what[failure.kind]}</strong> Your text is still here, and none of it has left the browser.{' '}
      {whatNow[failure.kind]}
    </p>
    {failure.detail !== '' && <p className="mono muted">{failure.detail}</p>}
    <CommandButton id="report.retry" className="push-button primary" />
  </div>
)
