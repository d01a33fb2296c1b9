import { closePage } from '../../store/actions'
import { useApp, type LearningPage as Page } from '../../store/store'
import { useLoaded } from '../../store/useLoaded'
import { GuardedDialog } from '../GuardedDialog'

const loadPage = () => import('./LearningPage')
const loadSettings = () => import('../settings/SettingsPage')

/** What covers the panes: what there is to learn, or the settings. Each is loaded when somebody first asks for it. */
export const Learning = () => {
  const page = useApp((state) => state.page)
  if (!page) return undefined
  return page.kind === 'settings' ? <Settings /> : <Learn page={page} />
}

const Learn = ({ page }: { readonly page: Page }) => (
  <GuardedDialog part="This page" loaded={useLoaded(loadPage)} onClose={closePage}>
    {({ LearningPage }) => <LearningPage page={page} />}
  </GuardedDialog>
)

const Settings = () => (
  <GuardedDialog part="The settings" loaded={useLoaded(loadSettings)} onClose={closePage}>
    {({ SettingsPage }) => <SettingsPage />}
  </GuardedDialog>
)
