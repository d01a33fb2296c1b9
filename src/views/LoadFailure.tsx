import { useOnline } from '../store/useOnline'

type Props = {
  /** What could not be loaded, as the subject of a sentence: `The settings`. */
  readonly part: string
  /** What that means, after the comma. */
  readonly effect?: string
  readonly onRetry: () => void
}

/** Stands where something could not be loaded. It is tried again at the press of a button, or once the browser is online. */
export const LoadFailure = ({ part, effect, onRetry }: Props) => {
  useOnline(onRetry)
  return (
    <p className="load-failure" role="alert">
      {part} could not be loaded{effect === undefined ? '.' : `, ${effect}.`} Check the connection, then try
      again, or reload the page.{' '}
      <button className="push-button" type="button" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
}
