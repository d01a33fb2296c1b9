import { useEffect, useRef } from 'react'
import { closePage } from '../../store/actions'
import { useApp, type LearningPage as Page } from '../../store/store'
import { RulePage } from '../checkPage/RulePage'
import { Gallery } from '../gallery/Gallery'
import { LessonList } from './LessonList'
import './learning.css'

type Props = { readonly page: Page }

/** A page that covers the panes: of one rule, of all of them, or of all lessons. */
export const LearningPage = ({ page }: Props) => {
  useFocusBack()
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]'))
        closePage()
    }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [])
  return <ShownPage key={page.kind === 'check' ? page.id : page.kind} page={page} />
}

/** What had the focus has it again when the page is closed. */
const useFocusBack = (): void =>
  useEffect(() => {
    const { activeElement } = document
    return () => {
      if (activeElement instanceof HTMLElement && activeElement.isConnected) activeElement.focus()
    }
  }, [])

const ShownPage = ({ page }: Props) => {
  const main = useRef<HTMLElement>(null)
  const title = useApp((state) => titleOf(page, (id) => state.report?.rules[id]?.title ?? id))
  useEffect(() => main.current?.focus(), [])
  useEffect(() => {
    const before = document.title
    document.title = `${title} · Kubernetes Manifest Playground`
    return () => {
      document.title = before
    }
  }, [title])

  return (
    <main ref={main} className="learning" aria-label={title} tabIndex={-1}>
      <nav aria-label="Learn">
        <ul>
          <PageLink kind="lessons" current={page.kind} title="Lessons" />
          <PageLink kind="checks" current={page.kind} title="Checks" />
          {page.kind === 'check' && <li className="mono muted">{page.id}</li>}
        </ul>
        <button className="push-button" type="button" onClick={closePage}>
          Back to the manifest
        </button>
      </nav>
      {page.kind === 'check' && <RulePage rule={page.id} />}
      {page.kind === 'checks' && <AllChecks />}
      {page.kind === 'lessons' && <LessonList />}
    </main>
  )
}

const AllChecks = () => (
  <>
    <h2 className="page-title">Checks</h2>
    <Gallery />
  </>
)

type LinkProps = {
  readonly kind: Page['kind']
  readonly current: Page['kind']
  readonly title: string
}

const PageLink = ({ kind, current, title }: LinkProps) => (
  <li>
    <a className="link" href={`#/${kind}`} aria-current={kind === current ? 'page' : undefined}>
      {title}
    </a>
  </li>
)

const titleOf = (page: Page, ruleTitle: (id: string) => string): string => {
  switch (page.kind) {
    case 'check':
      return ruleTitle(page.id)
    case 'checks':
      return 'Checks'
    case 'lessons':
      return 'Lessons'
  }
}
