import { closePage } from '../../store/actions'
import { useApp } from '../../store/store'
import { useLoaded } from '../../store/useLoaded'
import { GuardedDialog } from '../GuardedDialog'

const loadPage = () => import('./LearningPage')

/** What there is to learn, in place of the panes. It is loaded when somebody first asks for it. */
export const Learning = () => {
  const page = useApp((state) => state.page)
  const loaded = useLoaded(page && loadPage)
  return (
    page && (
      <GuardedDialog part="This page" loaded={loaded} onClose={closePage}>
        {({ LearningPage }) => <LearningPage page={page} />}
      </GuardedDialog>
    )
  )
}
