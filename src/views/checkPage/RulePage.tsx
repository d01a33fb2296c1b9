import { useMemo } from 'react'
import { renewWorker } from '../../store/evaluation'
import { selectPhase } from '../../store/selectors'
import { useApp } from '../../store/store'
import { useAnswer } from '../../store/useAnswer'
import { serverRules } from '../../worker/serverRules'
import { LoadFailure } from '../LoadFailure'
import { docsOf } from '../../formats/ruleDocs'
import { CheckQuestion } from './CheckQuestion'
import { ExampleView } from './ExampleView'
import { OpenExample } from './OpenExample'
import { pageOf } from '../../formats/pageOf'
import { RulePageView } from './RulePageView'
import { YourFindings, YourFindingsLink } from './YourFindings'

/** The page of a rule, with what the reader's own manifest has to do with it. */
export const RulePage = ({ rule }: { readonly rule: string }) => {
  const rules = useApp((state) => state.report?.rules)
  const phase = useApp(selectPhase)
  const summary = rules?.[rule]
  const text = docsOf(rule) ?? (summary && `# ${summary.title}`)
  if (phase === 'final' && text === undefined) return <p>There is no check with this name.</p>
  if (phase === 'unchecked' && !summary) return <LoadFailure part={serverRules} onRetry={renewWorker} />
  if (!rules || !summary || text === undefined) return <p className="muted">Checking the manifest…</p>
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

/** The example, once the engine has worked it out. */
const WorkedExample = ({ rule }: { readonly rule: string }) => {
  const question = useMemo(() => ({ about: 'example', rule }) as const, [rule])
  const { reply: example, isCurrent, retry } = useAnswer(question)
  if (!isCurrent) return <p className="muted">Working out the example…</p>
  if (example === 'none') return undefined
  if (!example) return <LoadFailure part="The example" onRetry={retry} />
  return <ExampleView example={example} actions={<OpenExample rule={rule} manifest={example.text} />} />
}
