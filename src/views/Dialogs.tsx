import { closeAbout, closeFixes, closeLicences, closeOutput, closeSharing } from '../store/actions'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { GuardedDialog } from './GuardedDialog'

const loadAbout = () => import('./About')
const loadFixes = () => import('./FixDialog')
const loadLicences = () => import('./Licences')
const loadOutput = () => import('./output/OutputDialog')
const loadShare = () => import('./ShareDialog')

/** The dialogs of the page: each is loaded when it is first opened. */
export const Dialogs = () => {
  const fixScope = useApp((state) => state.fixScope)
  const outputScope = useApp((state) => state.outputScope)
  const isSharing = useApp((state) => state.isSharing)
  const showsAbout = useApp((state) => state.showsAbout)
  const showsLicences = useApp((state) => state.showsLicences)
  const fixes = useLoaded(fixScope && loadFixes)
  const output = useLoaded(outputScope && loadOutput)
  const share = useLoaded(isSharing ? loadShare : undefined)
  const about = useLoaded(showsAbout ? loadAbout : undefined)
  const licences = useLoaded(showsLicences ? loadLicences : undefined)
  return (
    <>
      {fixScope && (
        <GuardedDialog part="The dialog for fixes" loaded={fixes} onClose={closeFixes}>
          {({ FixDialog }) => <FixDialog scope={fixScope} />}
        </GuardedDialog>
      )}
      {outputScope && (
        <GuardedDialog part="The dialog for outputs" loaded={output} onClose={closeOutput}>
          {({ OutputDialog }) => <OutputDialog scope={outputScope} />}
        </GuardedDialog>
      )}
      {isSharing && (
        <GuardedDialog part="The dialog for links" loaded={share} onClose={closeSharing}>
          {({ ShareDialog }) => <ShareDialog />}
        </GuardedDialog>
      )}
      {showsAbout && (
        <GuardedDialog part="The dialog about this page" loaded={about} onClose={closeAbout}>
          {({ About }) => <About />}
        </GuardedDialog>
      )}
      {showsLicences && (
        <GuardedDialog part="The licences" loaded={licences} onClose={closeLicences}>
          {({ Licences }) => <Licences onClose={closeLicences} />}
        </GuardedDialog>
      )}
    </>
  )
}
