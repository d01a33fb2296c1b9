import { Popover } from './Popover'

const loadList = () => import('./ExportList')

/** What takes the report or the manifest out of the page. */
export const ExportMenu = () => (
  <Popover label="Export" className="list-menu" part="The menu" load={loadList}>
    {({ ExportList }, close) => <ExportList onDone={close} />}
  </Popover>
)
