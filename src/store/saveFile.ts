import { manifestType } from '../formats/manifestType'
import { store } from './store'

/** Downloads a file. `type`: its MIME type. */
export const saveFile = (name: string, text: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Downloads a manifest: the text of the editor, or what becomes of it. */
export const saveManifest = (text: string): void => {
  const name = manifestName(text, store.getState().session.name)
  saveFile(name, text, manifestType(name))
}

/**
 * The name of the file that a manifest is saved as: that of its session, where that is the name of one file. Outputs name it
 * without quoting it, and an overlay has files of two names beside it.
 */
export const manifestName = (text: string, session: string | undefined): string => {
  const isFileName =
    session !== undefined &&
    /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}\.(?:ya?ml|json)$/iu.test(session) &&
    !/^(?:added|kustomization)\./i.test(session)
  if (isFileName) return session
  return /^\s*[{[]/.test(text) ? 'manifest.json' : 'manifest.yaml'
}
