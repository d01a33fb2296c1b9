/** In the full editor Tab indents; with this it goes to the next control, as everywhere else on the page. */
export const tabKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Ctrl+Shift+M' : 'Ctrl+M'
