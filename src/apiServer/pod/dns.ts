import { isText, type JsonObject } from '../../engine/model/json'
import { checkIp, warnOfIp } from '../addressRules'
import { subdomainProblem } from '../../kubernetes/names'
import { has, listAt, objectAt, textAt, textsAt } from '../read'
import { type At, about, allowOnly, checkName, refuse, within } from './checks'

/** DNS policy and config. Source: `validateDNSPolicy`, `validatePodDNSConfig`. `at`: the place of the spec. */
export function validateDns(spec: JsonObject, at: At): void {
  allowOnly(spec, 'dnsPolicy', ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'], at)
  const here = within(at, 'dnsConfig')
  const config = objectAt(spec, 'dnsConfig')
  const nameservers = textsAt(config, 'nameservers')
  if (textAt(spec, 'dnsPolicy') === 'None' && nameservers.length === 0) {
    const missing = has(spec, 'dnsConfig') ? within(here, 'nameservers') : here
    return refuse(
      'required-field',
      'FieldValueRequired',
      missing,
      `${at.subject} has the dnsPolicy None, so its dnsConfig needs a nameserver.`,
    )
  }
  if (nameservers.length > 3)
    refuse(
      'too-many-items',
      'FieldValueInvalid',
      within(here, 'nameservers'),
      `${at.subject} has ${nameservers.length} nameservers. At most 3 are allowed.`,
    )
  for (const [index, address] of nameservers.entries())
    checkIp(at.answer, here.place.child('nameservers').index(index), `${at.subject}’s nameserver`, address)
  validateSearches(textsAt(config, 'searches'), within(here, 'searches'))
  for (const [index, option] of listAt(config, 'options').entries())
    if (textAt(option, 'name') === '') {
      const place = here.place.child('options').index(index)
      refuse(
        'required-field',
        'FieldValueRequired',
        about(here, place.child('name').spelled(place.field), at.subject),
        `${at.subject} has a DNS option without a name.`,
      )
    }
}

function validateSearches(searches: readonly string[], at: At): void {
  if (searches.length > 32)
    refuse(
      'too-many-items',
      'FieldValueInvalid',
      at,
      `${at.subject} has ${searches.length} DNS search domains. At most 32 are allowed.`,
    )
  if (searches.join(' ').length > 2048)
    refuse(
      'too-long',
      'FieldValueInvalid',
      at,
      `${at.subject}: all DNS search domains together can have at most 2048 characters.`,
    )
  for (const [index, search] of searches.entries()) {
    const domain = search.replace(/\.$/, '')
    const relaxed = at.answer.isFrom(33)
    if (relaxed && search === '.') continue
    checkName(domain, 'search domain', relaxed ? searchProblem : subdomainProblem, {
      ...at,
      place: at.place.index(index),
    })
  }
}

/** Search domains can have underscores. Source: `IsDNS1123SubdomainWithUnderscore`. */
const searchProblem = (text: string): string | undefined => {
  if (text.length > 253) return 'must have at most 253 characters'
  return /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/.test(text)
    ? undefined
    : 'must consist of lower-case letters, digits, “_”, hyphens and dots'
}

/** Names for addresses. Source: `ValidateHostAliases`. `at`: the place of the spec. */
export function validateHostAliases(spec: JsonObject, at: At): void {
  for (const [index, alias] of listAt(spec, 'hostAliases').entries()) {
    const here = about(at, at.place.child('hostAliases').index(index), at.subject)
    checkIp(at.answer, here.place.child('ip'), 'The ip of a host alias', textAt(alias, 'ip'))
    for (const [position, name] of textsAt(alias, 'hostnames').entries())
      checkName(name, 'host name', subdomainProblem, {
        ...here,
        place: here.place.child('hostnames').index(position),
      })
  }
}

/** Source: `GetWarningsForIP`, and host aliases of one address. `at`: the place of the spec. */
export function warnOfAddresses(spec: JsonObject, at: At): void {
  const seen = new Set<string>()
  const aliases = at.place.child('hostAliases')
  for (const [index, alias] of listAt(spec, 'hostAliases').entries()) {
    const ip = textAt(alias, 'ip')
    if (seen.has(ip))
      at.answer.warn(
        'duplicate-name',
        aliases.index(index).child('ip'),
        `${at.subject} has two host aliases for ${ip}.`,
      )
    seen.add(ip)
    warnOfIp(at.answer, aliases.index(index).child('ip'), 'The ip of a host alias', ip)
  }
  const nameservers = at.place.child('dnsConfig', 'nameservers')
  for (const [index, ip] of listAt(objectAt(spec, 'dnsConfig'), 'nameservers').entries())
    if (isText(ip)) warnOfIp(at.answer, nameservers.index(index), `${at.subject}’s nameserver`, ip)
}
