import { closeOutput } from '../../store/actions'
import type { OutputScope } from '../../store/store'
import { useAnswer } from '../../store/useAnswer'
import { counted } from '../../formats/words'
import { LoadFailure } from '../LoadFailure'
import { Sheet } from '../Sheet'
import { OutputChoice } from './OutputChoice'
import './output.css'

const question = { about: 'outputs' } as const

/** Shows the report, or the fixed manifest, in the format that a person chooses, to copy or download it. */
export const OutputDialog = ({ scope: { fixed } }: { readonly scope: OutputScope }) => {
  const { reply, isCurrent, retry } = useAnswer(question)
  const offered = reply?.filter((output) => !fixed || output.of === 'manifest')
  const title = fixed ? `Output of ${counted(fixed.fixes, 'fix', 'fixes')}` : 'Output'
  return (
    <Sheet name="output" title={title} isBusy={!isCurrent} onClose={closeOutput}>
      {isCurrent && !reply && <LoadFailure part="The list of outputs" onRetry={retry} />}
      {offered && <OutputChoice offered={offered} fixed={fixed} />}
    </Sheet>
  )
}
