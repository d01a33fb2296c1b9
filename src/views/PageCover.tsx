import { useEffect, useRef, useState, type ReactNode } from 'react'
import { closePage } from '../store/actions'
import './learn/learning.css'

/** For what covers the panes: Escape closes it, and then what had the focus before has it again. */
export const useCover = (): void => {
  // Before the effects of what is inside, which moves the focus.
  const [focused] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus()
    },
    [focused],
  )
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]'))
        closePage()
    }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [])
}

type Props = { readonly title: string; readonly children: ReactNode }

/** A page in the place of the panes. It takes the focus, and gives the window its title as long as it is there. */
export const PageCover = ({ title, children }: Props) => {
  const main = useRef<HTMLElement>(null)
  useEffect(() => main.current?.focus(), [])
  useEffect(() => {
    const before = document.title
    document.title = `${title} · Kubernetes Manifest Playground`
    return () => {
      document.title = before
    }
  }, [title])
  return (
    <main ref={main} className="learning" aria-label={title} tabIndex={-1}>
      {children}
    </main>
  )
}

export const BackButton = () => (
  <button className="push-button" type="button" onClick={closePage}>
    Back to the manifest
  </button>
)
