const byte = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)$/

/** Four numbers without leading zeros: `10.0.0.1`. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => byte.test(part) && !/^0\d/.test(part))
}

/** Also accepts leading zeros, as the API server does: `010.0.0.1`. Source: k8s.io/utils `ParseIPSloppy`. */
const isSloppyIpv4 = (text: string): boolean => isIpv4(text.replace(/(^|\.)0+(?=\d)/g, '$1'))

/** An IPv6 address without a zone. Its last two groups may be an IPv4 address. Source: Go's `netip.ParseAddr`. */
export function isIpv6(text: string, isIpv4Tail: (text: string) => boolean = isIpv4): boolean {
  const colon = text.lastIndexOf(':')
  const tail = text.slice(colon + 1)
  const [left = '', right, ...more] = (tail.includes('.') ? `${text.slice(0, colon)}:0:0` : text).split('::')
  if (colon < 0 || more.length > 0 || (tail.includes('.') && !isIpv4Tail(tail))) return false
  const groups = [left, right ?? ''].flatMap((side) => (side === '' ? [] : side.split(':')))
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false
  return right === undefined ? groups.length === 8 : groups.length < 8
}

const isSloppyIpv6 = (text: string): boolean => isIpv6(text, isSloppyIpv4)

/** The API server's format `ipv4`: any IP address that contains a dot, `::ffff:1.2.3.4` included. */
export const isKubernetesIpv4 = (text: string): boolean =>
  isSloppyIpv4(text) || (text.includes('.') && isSloppyIpv6(text))

/** `10.0.0.0/8`, `fd00::/8` */
export function isCidr(text: string): boolean {
  const match = /^([^/]+)\/(\d{1,9})$/.exec(text)
  if (!match) return false
  const [, address = '', bits] = match
  return isSloppyIpv4(address) ? Number(bits) <= 32 : isSloppyIpv6(address) && Number(bits) <= 128
}

/** 6, 8 or 20 bytes: `01:23:45:67:89:ab`, `01-23-…`, `0123.4567.89ab` or `0123456789ab`. Source: Go's `net.ParseMAC`. */
export function isMac(text: string): boolean {
  const separator = /[:-]/.exec(text)?.[0] ?? '.'
  const groups = text.split(separator)
  const digits = separator === '.' ? (groups.length === 1 ? text.length : 4) : 2
  const hex = groups.every((group) => group.length === digits && /^[0-9a-fA-F]+$/.test(group))
  return hex && [12, 16, 40].includes(groups.length * digits)
}

/** Labels of letters, digits and inner hyphens, with an optional dot at the end. Source: RFC 1123. */
export function isHostname(text: string): boolean {
  const name = text.endsWith('.') ? text.slice(0, -1) : text
  const labels = name.split('.')
  return (
    name.length <= 253 &&
    labels.every((label) => label.length <= 63 && /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label))
  )
}

/** An email address as kubeconform checks it. Source: santhosh-tekuri/jsonschema `validateEmail`. */
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
 * An email address as the API server checks it, approximately: it also allows names, comments, quotes and groups, as in
 * `Ada <ada@example.com>`. A text with one of their characters only needs an `@`. Source: Go's `mail.ParseAddress`.
 */
export function isMailAddress(text: string): boolean {
  if (!text.includes('@')) return false
  const colon = text.indexOf(':')
  const isGroup = colon >= 0 && text.includes(';', colon)
  if (isGroup || /[^ -~]|["<([\\]/.test(text)) return true
  return /^ *[^ .@>)\],:;]+(?:\.[^ .@>)\],:;]+)*@ *[^ .@>)\],:;]+(?:\.[^ .@>)\],:;]+)* *$/.test(text)
}
