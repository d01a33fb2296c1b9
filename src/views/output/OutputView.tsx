import { useMemo } from 'react'
import { counted } from '../../formats/words'
import { manifestName } from '../../store/saveFile'
import { useApp, type OutputScope } from '../../store/store'
import { useAnswer } from '../../store/useAnswer'
import { changedSettings } from '../../session/session'
import type { OfferedOutput, Question } from '../../worker/protocol'
import { LoadFailure } from '../LoadFailure'
import { changedText } from '../changedText'
import { choose, useChoice, useWithFixes } from './keptChoice'
import { OutputFile } from './OutputFile'
import '../checkBox.css'

type Props = { readonly output: OfferedOutput; readonly fixed: OutputScope['fixed'] }

/** One output: what it is for, what it is made with, and its files. */
export const OutputView = ({ output, fixed }: Props) => {
  const settings = useApp((state) => state.settings)
  const question = useQuestion(output, fixed)
  const { reply, answered, isCurrent, retry } = useAnswer<'report' | 'output'>(question)
  const changed = changedSettings(settings)
  const isWithFixes = question.about === 'report' && question.withFixes
  return (
    <div className="output-view" data-busy={!isCurrent}>
      <p>{output.help}.</p>
      <FixChoice output={output} fixed={fixed} />
      {Object.keys(changed).length > 0 && <p className="muted">Made with {changedText(changed)}</p>}
      {isCurrent && !reply && (
        <LoadFailure
          part="The output"
          effect={isWithFixes ? 'or took too long with its fixes' : 'or took too long'}
          onRetry={retry}
        />
      )}
      {!isCurrent && !reply && <p className="muted">Writing…</p>}
      {reply && (
        <>
          <Notes notes={reply.notes} />
          {reply.files.map((file) => (
            <OutputFile key={keyOf(answered) + file.name} file={file} isReady={isCurrent} />
          ))}
        </>
      )}
    </div>
  )
}

/** Every output begins at its top. */
const keyOf = (question: Question<'report' | 'output'> | undefined): string =>
  question === undefined ? '' : question.about === 'report' ? question.format : question.output

const Notes = ({ notes }: { readonly notes: readonly string[] }) => (
  <div role="status">
    {notes.map((note) => (
      <p key={note}>{note}</p>
    ))}
  </div>
)

/** What to ask the worker: about the newest text, not one that is held while somebody types. */
const useQuestion = ({ id, of, hasFixes }: OfferedOutput, fixed: OutputScope['fixed']) => {
  const { safety } = useChoice()
  const { withFixes } = useWithFixes()
  const text = useApp((state) => state.text)
  const settings = useApp((state) => state.settings)
  const name = manifestName(
    text,
    useApp((state) => state.session.name),
  )
  return useMemo((): Question<'report' | 'output'> => {
    if (of === 'report')
      return { about: 'report', text, settings, format: id, withFixes: withFixes && hasFixes, name }
    const fixes = fixed ? { after: fixed.text } : safety
    return { about: 'output', text, settings, output: id, fixes, name }
  }, [id, of, hasFixes, fixed, withFixes, safety, text, settings, name])
}

const safeties = [
  { value: 'safe', label: 'Safe fixes only' },
  { value: 'review', label: 'Include fixes to review' },
] as const

/** Which fixes it has: in a report, all or none; in a manifest, by how safe they are, unless they were selected before. */
const FixChoice = ({ output: { of, hasFixes }, fixed }: Props) => {
  const { safety } = useChoice()
  const { withFixes, many } = useWithFixes()
  if (of === 'report')
    return (
      hasFixes && (
        <label className="check-box">
          <input
            type="checkbox"
            checked={withFixes}
            onChange={({ target: { checked } }) => choose({ withFixes: checked })}
          />
          <span>
            Include fixes{' '}
            <span className="muted">
              {many === undefined
                ? '· the edits of each finding, verified on this text'
                : `· takes a while for ${counted(many, 'finding')}`}
            </span>
          </span>
        </label>
      )
    )
  return (
    !fixed && (
      <div className="output-fixes" role="radiogroup" aria-label="Fixes">
        {safeties.map(({ value, label }) => (
          <label key={value} className="check-box">
            <input
              type="radio"
              name="output-fixes"
              checked={safety === value}
              onChange={() => choose({ safety: value })}
            />
            {label}
          </label>
        ))}
      </div>
    )
  )
}
