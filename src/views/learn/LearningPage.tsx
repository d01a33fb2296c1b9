import { useApp, type LearningPage as Page } from '../../store/store'
import { RulePage } from '../checkPage/RulePage'
import { Gallery } from '../gallery/Gallery'
import { BackButton, PageCover, useCover } from '../PageCover'
import { LessonList } from './LessonList'

type Props = { readonly page: Page }

/** A page that covers the panes: of one rule, of all of them, or of all lessons. */
export const LearningPage = ({ page }: Props) => {
  useCover()
  return <ShownPage key={page.kind === 'check' ? page.id : page.kind} page={page} />
}

const ShownPage = ({ page }: Props) => {
  const title = useApp((state) => titleOf(page, (id) => state.report?.rules[id]?.title ?? id))
  return (
    <PageCover title={title}>
      <nav aria-label="Learn">
        <ul>
          <PageLink kind="lessons" current={page.kind} title="Lessons" />
          <PageLink kind="checks" current={page.kind} title="Checks" />
          {page.kind === 'check' && <li className="mono muted">{page.id}</li>}
        </ul>
        <BackButton />
      </nav>
      {page.kind === 'check' && <RulePage rule={page.id} />}
      {page.kind === 'checks' && <AllChecks />}
      {page.kind === 'lessons' && <LessonList />}
    </PageCover>
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
