type Props = {
  /** What threw, as the subject of a sentence: `The report`. */
  readonly part: string
  /** What the error says. */
  readonly detail: string
  readonly onRetry: () => void
  /** In a list, an item. */
  readonly tag?: 'div' | 'li'
}

/** Stands where a part of the page failed. */
export const ShowFailure = ({ part, detail, onRetry, tag: Tag = 'div' }: Props) => (
  <Tag className="failure">
    <p role="alert">
      <strong>{part} cannot be shown.</strong> This is a bug in the playground. Your text is still here.
    </p>
    <p className="mono muted">{detail}</p>
    <button className="push-button" type="button" onClick={onRetry}>
      Try again
    </button>
  </Tag>
)
