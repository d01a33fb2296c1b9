import { cidrText, ipText, parseCidr, parseIp, specialKind, type Cidr, type Ip } from './addresses'
import type { Hint, Answer } from './answer'
import type { Place } from './place'
import { invalid, quoted } from './say'

/*
 * What the server says about addresses. Source: apimachinery, util/validation/ip.go. Since 1.36 unusual spellings are
 * refused (gate StrictIPCIDRValidation). `what` is the subject of the sentence: “The external IP of the Service”.
 */

const strictSince = 36

const refuse = (answer: Answer, place: Place, message: string, hint?: Hint): void =>
  invalid(answer, place, message, 'invalid-address', hint)

const to = (text: string): Hint => ({ kind: 'set', value: text })

/** Why an address that can be read is spelled in a way that 1.36 refuses. */
const oddIp = (ip: Ip): string | undefined => {
  if (!ip.isStrict) return 'has leading zeros'
  return ip.isMapped ? 'is an IPv4 address written as an IPv6 one' : undefined
}

const oddCidr = (cidr: Cidr): string | undefined => {
  if (!cidr.isStrict) return 'has leading zeros'
  if (cidr.ip.isMapped) return 'is an IPv4 range written as an IPv6 one'
  return cidr.hasHostBits ? 'has bits set after its prefix' : undefined
}

const notAnIp = (answer: Answer, place: Place, what: string, text: string): void =>
  refuse(
    answer,
    place,
    text === '' ? `${what} is missing.` : `${what} is ${quoted(text)}, which is not an IP address.`,
  )

/** How the whole value looks when a part of it is written in the usual way. */
type Whole = (usual: string) => string

const itself: Whole = (usual) => usual

/** The fix for a single address is the range with only that address: 10.0.0.1 → 10.0.0.1/32. */
function notARange(answer: Answer, place: Place, what: string, text: string, whole = itself): void {
  const ip = parseIp(text)
  const single = ip && `${ipText(ip.bytes)}/${8 * ip.bytes.length}`
  if (single === undefined)
    refuse(answer, place, `${what} is ${quoted(text)}. It must be an IP range, such as 10.9.8.0/24.`)
  else
    refuse(
      answer,
      place,
      `${what} is the address ${text}. It must be an IP range, such as ${single}.`,
      to(whole(single)),
    )
}

/** Refuses what is not an address; returns the address if it is accepted. Source: `IsValidIPForLegacyField`. */
export function checkIp(answer: Answer, place: Place, what: string, text: string): Ip | undefined {
  const ip = parseIp(text)
  if (!ip) {
    notAnIp(answer, place, what, text)
    return undefined
  }
  const odd = answer.isFrom(strictSince) ? oddIp(ip) : undefined
  if (odd === undefined) return ip
  const usual = ipText(ip.bytes)
  refuse(answer, place, `${what} ${odd}. Write ${usual} instead of ${text}.`, to(usual))
  return undefined
}

/** Like `checkIp`, but accepts only the canonical spelling. Source: `IsValidIP`. */
export function checkCanonicalIp(answer: Answer, place: Place, what: string, text: string): Ip | undefined {
  const ip = parseIp(text)
  const usual = ip && ipText(ip.bytes)
  if (usual === undefined) notAnIp(answer, place, what, text)
  else if (usual !== text)
    refuse(answer, place, `${what} must be written as ${usual}, not ${text}.`, to(usual))
  return usual === text ? ip : undefined
}

/** The end of a sentence; undefined for the canonical text of an address. */
export function canonicalIpProblem(text: string): string | undefined {
  const ip = parseIp(text)
  if (!ip) return 'must be an IP address'
  const usual = ipText(ip.bytes)
  return usual === text ? undefined : `must be written as ${usual}`
}

/**
 * Refuses what is not a range; returns the range if it can be read. `whole`: where the range is only a part of the value.
 * Source: `IsValidCIDRForLegacyField`.
 */
export function checkCidr(
  answer: Answer,
  place: Place,
  what: string,
  text: string,
  whole = itself,
): Cidr | undefined {
  const cidr = parseCidr(text)
  const odd = cidr && answer.isFrom(strictSince) ? oddCidr(cidr) : undefined
  if (!cidr) notARange(answer, place, what, text, whole)
  else if (odd !== undefined) {
    const usual = cidrText(cidr)
    refuse(answer, place, `${what} ${odd}. Write ${usual} instead of ${text}.`, to(whole(usual)))
  }
  return cidr
}

/** Refuses what is not a range in the canonical spelling. Source: `IsValidCIDR`. */
export function checkCanonicalCidr(answer: Answer, place: Place, what: string, text: string): void {
  const cidr = parseCidr(text)
  const usual = cidr && cidrText(cidr)
  if (usual === undefined) notARange(answer, place, what, text)
  else if (usual !== text)
    refuse(answer, place, `${what} must be written as ${usual}, not ${text}.`, to(usual))
}

/** Refuses addresses that nothing else can reach. Source: `ValidateEndpointIP`. */
export function checkReachable(answer: Answer, place: Place, what: string, ip: Ip): void {
  const kind = specialKind(ip)
  if (kind !== undefined)
    refuse(answer, place, `${what} is ${ipText(ip.bytes)}, ${kind}. It cannot be reached from elsewhere.`)
}

const warn = (answer: Answer, place: Place, message: string, usual: string): void =>
  answer.warn('unusual-address', place, message, to(usual))

/** Warns of addresses in an unusual spelling. Source: `GetWarningsForIP`. */
export function warnOfIp(answer: Answer, place: Place, what: string, text: string): void {
  const ip = parseIp(text)
  const usual = ip && ipText(ip.bytes)
  if (ip && usual !== undefined && usual !== text && (oddIp(ip) !== undefined || ip.bytes.length === 16))
    warn(answer, place, `${what} has an unusual spelling. Write ${usual} instead of ${text}.`, usual)
}

/** Warns of ranges in an unusual spelling or with bits beyond their prefix. Source: `GetWarningsForCIDR`. */
export function warnOfCidr(answer: Answer, place: Place, what: string, text: string): void {
  const cidr = parseCidr(text)
  const usual = cidr && cidrText(cidr)
  if (!cidr || usual === undefined || usual === text) return
  const problem = cidr.hasHostBits ? 'has bits set after its prefix' : 'has an unusual spelling'
  warn(answer, place, `${what} ${problem}. Write ${usual} instead of ${text}.`, usual)
}
