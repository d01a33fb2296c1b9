import type { DiffHunk, DiffLine } from '../formats/unifiedDiff'

const signs: Readonly<Record<DiffLine['form'], string>> = { same: ' ', added: '+', removed: '−' }

const words: Readonly<Record<DiffLine['form'], string>> = { same: '', added: 'Added: ', removed: 'Removed: ' }

/** Changes, line by line. */
export const DiffHunks = ({ hunks }: { readonly hunks: readonly DiffHunk[] }) => (
  <div className="diff mono" role="group" aria-label="Changes">
    {hunks.map(({ line, lines }) => (
      <ol key={line} aria-label={`Line ${line}`}>
        {lines.map(({ form, text }, index) => (
          <li key={index} data-form={form}>
            <span aria-hidden="true">{signs[form]} </span>
            <span className="read-aloud">{words[form]}</span>
            {text}
          </li>
        ))}
      </ol>
    ))}
  </div>
)
