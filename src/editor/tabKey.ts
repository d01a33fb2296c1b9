import { isMac } from '../store/isMac'

/** In Monaco Tab indents. With these keys it goes to the next control, as everywhere else on the page. */
export const tabKey = isMac ? 'Ctrl+Shift+M' : 'Ctrl+M'
