import { program } from 'virtual:program'
import { settingsText } from '../../pipelines/programCommands'
import type { Pipeline, PipelineInput } from '../../pipelines/pipeline'
import { programFile, settingsFileName } from '../../session/program'
import { OutputFile } from '../output/OutputFile'

type Props = { readonly pipeline: Pipeline; readonly input: PipelineInput }

/** The steps to a running pipeline. */
export const PipelineSteps = ({ pipeline, input }: Props) => {
  const settings = pipeline.runsProgram ? settingsText(input.settings) : undefined
  const files = [
    { name: pipeline.fileName, text: pipeline.make(input), mimeType: 'text/plain' },
    ...(settings === undefined
      ? []
      : [{ name: settingsFileName, text: settings, mimeType: 'application/json' }]),
  ]
  return (
    <ol className="pipeline-steps">
      {pipeline.runsProgram && <ProgramStep />}
      <li>
        {files.length === 1 ? 'Add this file.' : 'Add these two files.'} If you have a file of this name,
        merge them.
        {files.map((file) => (
          <OutputFile key={file.name} file={file} isReady />
        ))}
      </li>
      <li>{pipeline.lastStep}</li>
    </ol>
  )
}

const ProgramStep = () => (
  <li>
    Download the program, and commit it to the root of your repository.
    <p className="pipeline-program">
      <a className="push-button primary" href={programFile} download={programFile}>
        Download {programFile}
      </a>
      <span className="muted">{(program.size / 1e6).toFixed(1)} MB, runs on Node.js 20.19 or later</span>
    </p>
    <p className="muted">
      SHA-256: <span className="mono pipeline-hash">{program.sha256}</span>
    </p>
  </li>
)
