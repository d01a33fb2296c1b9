import { useMemo, useState } from 'react'
import { applyEdits } from '../engine/model/textEdit'
import { addressText } from '../session/address'
import type { Session } from '../session/session'
import { encodeSession } from '../session/link'
import { tooLongFor } from '../session/linkLimits'
import { currentSession } from '../store/currentSession'
import { store, useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import { useLoaded } from '../store/useLoaded'
import { SharedContent } from './SharedContent'
import { SharedSecrets } from './SharedSecrets'
import { ShareButtons } from './ShareButtons'
import { counted } from '../formats/words'

/** Shows what a link to the open session contains, lets secrets be blanked, and copies the link. `name`: of the session. */
export const ShareLink = ({ name }: { readonly name: string }) => {
  const [session] = useState<Session>(() => currentSession(store.getState()))
  const [blanked, setBlanked] = useState<ReadonlySet<number>>(new Set())
  const [hasSettings, setHasSettings] = useState(true)
  const settings = useApp((state) => state.settings)
  const finding = useApp((state) => state.report?.findings.find(({ id }) => id === session.view.finding))
  const question = useMemo(
    () => ({ about: 'secrets', text: session.text, settings }) as const,
    [session, settings],
  )
  const { reply: secrets, isCurrent } = useAnswer(question)

  const shared = useMemo((): Session => {
    const edits = (secrets ?? []).filter((_, index) => blanked.has(index)).map((secret) => secret.blanked)
    const { text, view, settings: changed } = session
    return { text: applyEdits(text, edits), settings: hasSettings ? changed : {}, view }
  }, [session, secrets, blanked, hasSettings])
  const { url, problem } = useLink(shared)

  return (
    <>
      <p className="muted">
        The link contains the manifest itself. Whoever has the link can read it; nothing is stored on a
        server.
      </p>
      {finding && (
        <p>
          It opens with the finding: <b>{finding.message}</b>
        </p>
      )}
      {!isCurrent && <p className="muted">Looking for secrets…</p>}
      {isCurrent && !secrets && (
        <p>The manifest could not be searched for secrets. Look through it before you share it.</p>
      )}
      {secrets && secrets.length > 0 && (
        <SharedSecrets text={session.text} secrets={secrets} blanked={blanked} onChoose={setBlanked} />
      )}
      <ShareButtons url={url} title={name} text={shared.text} />
      {url !== undefined && <p className="muted">{lengthText(url)}</p>}
      {problem !== undefined && <p role="alert">{problem}</p>}
      <SharedContent
        shared={shared}
        session={session}
        secrets={secrets ?? []}
        blanked={blanked}
        hasSettings={hasSettings}
        onHasSettings={setHasSettings}
      />
    </>
  )
}

const lengthText = (url: string): string => {
  return (
    tooLongFor(url.length) ??
    `The link has ${counted(url.length, 'character')}: short enough for chat programs and mail.`
  )
}

/** `problem`: why there can be no link. Both are undefined until the link has been worked out. */
type Link = { readonly url?: string; readonly problem?: string }

const useLink = (session: Session): Link => {
  const load = useMemo(
    () => async (): Promise<Link> => {
      const encoded = await encodeSession(session)
      if ('problem' in encoded) return encoded
      const page = new URL(location.href)
      page.search = ''
      page.hash = addressText({ kind: 'session', data: encoded.data })
      return { url: page.href }
    },
    [session],
  )
  return useLoaded(load).value ?? {}
}
