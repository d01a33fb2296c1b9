import { useState } from 'react'
import { closeSharing } from '../store/actions'
import { selectSessionName } from '../store/selectors'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { LoadFailure } from './LoadFailure'
import { ShareLink } from './ShareLink'
import { Sheet } from './Sheet'
import './checkBox.css'
import './share.css'

const parts = ['Link', 'Pipeline'] as const

const loadPipeline = () => import('./pipeline/PipelinePart')

/** What can be taken elsewhere: the session as a link, and its settings as a pipeline. */
export const ShareDialog = () => {
  const name = useApp(selectSessionName)
  const [part, setPart] = useState<(typeof parts)[number]>('Link')
  const isPipeline = part === 'Pipeline'
  const pipeline = useLoaded(isPipeline ? loadPipeline : undefined)
  return (
    <Sheet name="share" title={`Share ${name}`} onClose={closeSharing}>
      <div className="segments" role="group" aria-label="What to share">
        {parts.map((each) => (
          <button key={each} type="button" aria-pressed={each === part} onClick={() => setPart(each)}>
            {each}
          </button>
        ))}
      </div>
      {/* What was blanked stays so. */}
      <div className="share-part" hidden={isPipeline}>
        <ShareLink name={name} />
      </div>
      {isPipeline && (
        <div className="share-part">
          {pipeline.hasFailed && <LoadFailure part="The pipelines" onRetry={pipeline.retry} />}
          {pipeline.value && <pipeline.value.PipelinePart />}
        </div>
      )}
    </Sheet>
  )
}
