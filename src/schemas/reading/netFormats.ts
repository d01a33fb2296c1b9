const byte = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)$/

/** Four numbers without zeros in front of them: `10.0.0.1`. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => byte.test(part) && !/^0\d/.test(part))
}

/** The same with zeros in front, as the API server still takes them. Source: k8s.io/utils `ParseIPSloppy`. */
const isSloppyIpv4 = (text: string): boolean => isIpv4(text.replace(/(^|\.)0+(?=\d)/g, '$1'))

/** Without a zone; the last two groups may be an IPv4 address. Source: Go's `netip.ParseAddr`. */
export function isIpv6(text: string, isTail: (text: string) => boolean = isIpv4): boolean {
  const colon = text.lastIndexOf(':')
  const tail = text.slice(colon + 1)
  const [left = '', right, ...more] = (tail.includes('.') ? `${text.slice(0, colon)}:0:0` : text).split('::')
  if (colon < 0 || more.length > 0 || (tail.includes('.') && !isTail(tail))) return false
  const groups = [left, right ?? ''].flatMap((side) => (side === '' ? [] : side.split(':')))
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false
  return right === undefined ? groups.length === 8 : groups.length < 8
}

const isSloppyIpv6 = (text: string): boolean => isIpv6(text, isSloppyIpv4)

/** As the API server's format `ipv4`: whatever has a point and is an address. */
export const isKubernetesIpv4 = (text: string): boolean =>
  isSloppyIpv4(text) || (text.includes('.') && isSloppyIpv6(text))

export function isCidr(text: string): boolean {
  const match = /^([^/]+)\/(\d{1,9})$/.exec(text)
  if (!match) return false
  const [, address = '', bits] = match
  return isSloppyIpv4(address) ? Number(bits) <= 32 : isSloppyIpv6(address) && Number(bits) <= 128
}

/** 6, 8 or 20 bytes, in twos with one separator, in fours with points, or bare. Source: Go's `net.ParseMAC`. */
export function isMac(text: string): boolean {
  const separator = /[:-]/.exec(text)?.[0] ?? '.'
  const groups = text.split(separator)
  const digits = separator === '.' ? (groups.length === 1 ? text.length : 4) : 2
  const hex = groups.every((group) => group.length === digits && /^[0-9a-fA-F]+$/.test(group))
  return hex && [12, 16, 40].includes(groups.length * digits)
}

/** Labels of letters, digits and inner dashes; a point may end it. Source: RFC 1123. */
export function isHostname(text: string): boolean {
  const name = text.endsWith('.') ? text.slice(0, -1) : text
  const labels = name.split('.')
  return (
    name.length <= 253 &&
    labels.every((label) => label.length <= 63 && /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label))
  )
}

/** Source: santhosh-tekuri/jsonschema `validateEmail`, which kubeconform uses. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  if (at < 0 || text.length > 254 || at > 64) return false
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  const quoted = local.length > 1 && local.startsWith('"')
  const plain = /^[A-Za-z0-9.!#$%&'*+\-/=?^_`{|}~]*$/.test(local) && !/^\.|\.\.|\.$/.test(local)
  if (quoted ? /[\\"]/.test(local.slice(1, -1)) : !plain) return false
  const address = /^\[(IPv6:)?(.*)\]$/s.exec(domain)
  if (!address) return isHostname(domain)
  return address[1] ? isIpv6(address[2] ?? '') : isIpv4(address[2] ?? '')
}

/**
 * Whether Go may read a text as a mail address. The API server also takes names, comments, quotes and groups around
 * it: where one of their signs stands, an `@` is enough here. Source: Go's `mail.ParseAddress`.
 */
export function isMailAddress(text: string): boolean {
  if (!text.includes('@')) return false
  if (/[^ -~]|["<([\\]|:[^]*;/.test(text)) return true
  return /^ *[^ .@>)\],:;]+(?:\.[^ .@>)\],:;]+)*@ *[^ .@>)\],:;]+(?:\.[^ .@>)\],:;]+)* *$/.test(text)
}
