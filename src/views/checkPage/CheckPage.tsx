import { useMemo } from 'react'
import { useApp } from '../../store/store'
import { useAnswer } from '../../store/useAnswer'
import { LoadFailure } from '../LoadFailure'
import { docsOf } from '../ruleDocs'
import { CheckQuestion } from './CheckQuestion'
import { ExampleView } from './ExampleView'
import { OpenExample } from './OpenExample'
import { exampleManifestOf, pageOf } from './pageOf'
import { RulePageView } from './RulePageView'
import { YourFindings, YourFindingsLink } from './YourFindings'

/** The page of a rule, with what the reader's own manifest has to do with it. */
export const CheckPage = ({ rule }: { readonly rule: string }) => {
  const rules = useApp((state) => state.report?.rules)
  const text = docsOf(rule)
  const summary = rules?.[rule]
  if (text === undefined) return <p>There is no check with this name.</p>
  if (!summary) return <p className="muted">Checking the manifest…</p>
  const page = pageOf(rule)
  return (
    <RulePageView
      id={rule}
      summary={summary}
      text={text}
      page={page}
      hrefOf={(id) => `#/checks/${id}`}
      titleOf={(id) => rules[id]?.title ?? id}
      yours={<YourFindingsLink rule={rule} />}
      example={
        <>
          <WorkedExample rule={rule} />
          <YourFindings rule={rule} />
        </>
      }
      question={page && <CheckQuestion check={rule} question={page.question} />}
    />
  )
}

const WorkedExample = ({ rule }: { readonly rule: string }) => {
  const manifest = exampleManifestOf(rule)
  return manifest === undefined ? undefined : <Worked rule={rule} manifest={manifest} />
}

const Worked = ({ rule, manifest }: { readonly rule: string; readonly manifest: string }) => {
  const question = useMemo(() => ({ about: 'example', rule, manifest }) as const, [rule, manifest])
  const { reply, isCurrent, retry } = useAnswer(question)
  if (!isCurrent) return <p className="muted">Working out the example…</p>
  if (!reply) return <LoadFailure part="The example" onRetry={retry} />
  return <ExampleView example={reply} actions={<OpenExample rule={rule} manifest={manifest} />} />
}
