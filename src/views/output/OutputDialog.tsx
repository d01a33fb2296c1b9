import { useEffect, useRef } from 'react'
import { closeOutput } from '../../store/actions'
import type { OutputScope } from '../../store/store'
import { useAnswer } from '../../store/useAnswer'
import { counted } from '../../formats/words'
import { LoadFailure } from '../LoadFailure'
import { OutputChoice } from './OutputChoice'
import '../sheet.css'
import './output.css'

const question = { about: 'outputs' } as const

/** Shows the report, or the fixed manifest, in the format that a person chooses, to copy or download it. */
export const OutputDialog = ({ scope: { fixed } }: { readonly scope: OutputScope }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const { reply, isCurrent, retry } = useAnswer(question)
  useEffect(() => dialog.current?.showModal(), [])
  const offered = reply?.filter((output) => !fixed || output.of === 'manifest')
  return (
    <dialog
      ref={dialog}
      className="sheet output"
      aria-labelledby="output-title"
      aria-busy={!isCurrent}
      onClose={closeOutput}
    >
      <header>
        <h2 id="output-title">{fixed ? `Output of ${counted(fixed.fixes, 'fix', 'fixes')}` : 'Output'}</h2>
        <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {isCurrent && !reply && <LoadFailure part="The list of outputs" onRetry={retry} />}
      {offered && <OutputChoice offered={offered} fixed={fixed} />}
    </dialog>
  )
}
