import type { Settings } from '../engine/model/settings'
import { addressText } from '../session/address'
import { encodeSession } from '../session/link'
import { changedSettings } from '../session/session'
import { UsageError } from './command'

/** The link that opens a text with settings in the page at an address. Throws a `UsageError` where there can be none. */
export async function pageLink(page: string, text: string, settings: Settings): Promise<string> {
  const encoded = await encodeSession({ text, settings: changedSettings(settings), view: {} })
  if ('problem' in encoded) throw new UsageError(`There is no link. ${encoded.problem}`)
  return page + addressText({ kind: 'session', data: encoded.data })
}
