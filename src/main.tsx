import { createRoot } from 'react-dom/client'
import { evaluateNow } from './store/evaluation'
import { startTheme } from './store/theme'
import { App } from './views/App'

// The worker starts on the first text before anything is drawn.
evaluateNow()
startTheme()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
