import { useState } from 'react'
import { program } from 'virtual:program'
import { pipelines } from '../../pipelines'
import type { Pipeline } from '../../pipelines/pipeline'
import { useApp } from '../../store/store'
import { PipelineSteps } from './PipelineSteps'
import './pipeline.css'

/** The settings of the page as a pipeline: which system, for which folder, and what to do then. */
export const PipelinePart = () => {
  const settings = useApp((state) => state.settings)
  const [pipeline, setPipeline] = useState<Pipeline>(pipelines[0])
  const [folder, setFolder] = useState('k8s/')
  return (
    <>
      <p className="muted">
        The same checks with the same settings, before each deployment. A manifest that is refused or has a
        critical finding stops it.
      </p>
      <fieldset className="pipeline-systems">
        <legend>System</legend>
        {pipelines.map((each) => (
          <label key={each.id} className="check-box">
            <input
              type="radio"
              name="pipeline"
              checked={each === pipeline}
              onChange={() => setPipeline(each)}
            />
            {each.title}
          </label>
        ))}
      </fieldset>
      <p className="muted">{pipeline.help}</p>
      <label className="pipeline-folder">
        Folder with the manifests
        <input
          className="field mono"
          type="text"
          spellCheck={false}
          autoCapitalize="off"
          value={folder}
          onChange={({ target: { value } }) => setFolder(value)}
        />
      </label>
      <PipelineSteps pipeline={pipeline} input={{ settings, sha256: program.sha256, folder }} />
    </>
  )
}
