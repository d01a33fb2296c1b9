import { createRoot } from 'react-dom/client'
import { evaluateNow } from './store/evaluation'
import { startKeyboard } from './store/keyboard'
import { startTheme } from './store/theme'
import { App } from './views/App'

// The worker starts on the first text before the page is drawn.
evaluateNow()
startTheme()
startKeyboard()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
