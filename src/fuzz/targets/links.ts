import { canonicalJson } from '../../engine/model/json'
import { applyEdits } from '../../engine/model/textEdit'
import { addressText, readAddress } from '../../session/address'
import { decodeSession, encodeSession } from '../../session/link'
import { findSecrets } from '../../session/secrets/findSecrets'
import { defaultView, sessionOf, type Session } from '../../session/session'
import { randomFrom, type Random } from '../random'
import { newEngine } from './newEngine'
import { expectEqual, expectThat, type Target } from './target'

export const links: Target = {
  name: 'links',
  about: 'a link gives back its session, and a damaged one a message',
  run: async ({ text, settings, choice }) => {
    const random = randomFrom(choice)
    const session = sessionOf(text, settings, { ...defaultView, filter: text.slice(0, random.below(40)) })
    const encoded = await encodeSession(session)
    if ('problem' in encoded) return expectThat(encoded.problem.endsWith('.'), 'a problem is a sentence')
    const decoded = await decodeSession(encoded.data)
    expectThat('session' in decoded, 'a link can be read', () => decoded)
    expectSame(decoded.session, session, 'a link gives back its session')
    const damaged = damage(encoded.data, random)
    const opened = await decodeSession(damaged)
    if (damaged !== encoded.data && 'session' in opened)
      expectSame(opened.session, session, 'a damaged link gives no other session')
    const address = readAddress(damage(addressText({ kind: 'text', text }), random))
    if (address.kind === 'unknown') return
    const again = readAddress(addressText(address))
    expectThat(again.kind !== 'unknown', 'an address that is written can be read', () => address)
    expectEqual(addressText(again), addressText(address), 'an address that is read is written as it was')
  },
}

export const secrets: Target = {
  name: 'secrets',
  about: 'what is found can be blanked, and then nothing is found',
  run: ({ text, settings }) => {
    const found = findSecrets(text, newEngine().evaluation(text, settings).documents)
    let end = 0
    for (const { range } of found) {
      expectThat(end <= range.from && range.from < range.to, 'secrets are apart', () => range)
      end = range.to
    }
    expectThat(end <= text.length, 'secrets lie inside the text')
    const blanked = applyEdits(
      text,
      found.map((secret) => secret.blanked),
    )
    const left = findSecrets(blanked, newEngine().evaluation(blanked, settings).documents)
    expectThat(left.length === 0, 'what is blanked is no secret', () => [left[0]?.what, blanked])
  },
}

const expectSame = (one: Session, other: Session, invariant: string): void =>
  expectEqual(canonicalJson(one), canonicalJson(other), invariant)

/** Some characters are replaced, left out or doubled, as when a link is copied badly. */
function damage(link: string, random: Random): string {
  const at = random.below(link.length + 1)
  switch (random.below(4)) {
    case 0:
      return link.slice(0, at)
    case 1:
      return link.slice(0, at) + link.slice(at + 1 + random.below(20))
    case 2:
      return (
        link.slice(0, at) + random.pick(['A', '_', '%', '.', ' ', 'é', '\0', '\ud800']) + link.slice(at + 1)
      )
    default:
      return link.slice(0, at) + link.slice(random.below(at + 1))
  }
}
