import { useRef } from 'react'
import { Popover } from './Popover'

/** What becomes of the text, and how anybody can check it. */
export const PrivacyNote = () => (
  <Popover
    label="Nothing leaves your browser."
    className="privacy-note"
    panel={useRef<HTMLDivElement>(null)}
    look="link"
  >
    <p>
      The page loads its own files and nothing else: its content-security policy lets neither the page nor the
      worker that runs the checks connect to anything.
    </p>
    <p>
      To check it yourself, open the network tab of the developer tools and type: no request appears. Or go
      offline: after one visit everything still works.
    </p>
  </Popover>
)
