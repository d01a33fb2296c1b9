import { Boundary } from '../store/Boundary'
import { useApp } from '../store/store'
import { Announcer } from './Announcer'
import { Dialogs } from './Dialogs'
import { Guarded } from './Guarded'
import { Notice } from './Notice'
import { Toast } from './Toast'
import { UpdateNotice } from './UpdateNotice'
import './overlays.css'
import './popover.css'

export { Learning } from './learn/Learning'
export { LessonSlot } from './lesson/LessonSlot'

/** What appears at times: messages and dialogs. The first report does not need it. */
export const Overlays = () => {
  const revision = useApp((state) => state.reportRevision)
  return (
    <>
      <Dialogs />
      <Guarded part="The message about the last change">
        <Notice />
        <UpdateNotice />
        <Toast />
      </Guarded>
      <Boundary renderFailure={() => undefined} resetOn={revision}>
        <Announcer />
      </Boundary>
    </>
  )
}
