/*
 * Addresses and ranges of the Internet Protocol. Read as leniently as Kubernetes reads them (Go before 1.17): an IPv4
 * number may have leading zeros, which are ignored. Forms: RFC 4291 §2.2 and 2.3, RFC 4632 §3.1; canonical: RFC 5952 §4.
 */

/** An address. */
export type Ip = {
  /** 4 of IPv4, 16 of IPv6. An IPv4-mapped IPv6 address counts as IPv4. */
  readonly bytes: readonly number[]
  /** An IPv4 address written as an IPv6 one: `::ffff:10.0.0.1`. */
  readonly isMapped: boolean
  /** Written without superfluous zeros, as the RFCs want it. */
  readonly isStrict: boolean
}

/** An address with the length of its prefix. */
export type Cidr = {
  readonly ip: Ip
  /** As written: of 32 bits for IPv4, of 128 for IPv6. */
  readonly length: number
  /** The first address of the range. */
  readonly network: readonly number[]
  /** Whether the address has bits beyond the prefix. */
  readonly hasHostBits: boolean
  readonly isStrict: boolean
}

type Bytes = { readonly bytes: readonly number[]; readonly isStrict: boolean }

const mappedPrefix: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]

const isMappedBytes = (bytes: readonly number[]): boolean =>
  bytes.length === 16 && mappedPrefix.every((byte, index) => bytes[index] === byte)

/** IPv4-mapped addresses as IPv4. Source: Go, `net.IP.To4`. */
const shortened = (bytes: readonly number[]): readonly number[] =>
  isMappedBytes(bytes) ? bytes.slice(mappedPrefix.length) : bytes

function parseV4(text: string): Bytes | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d+$/.test(part) && Number(part) <= 255))
    return undefined
  return { bytes: parts.map(Number), isStrict: parts.every((part) => !/^0\d/.test(part)) }
}

/** Groups of hexadecimal digits between colons; the last may be an IPv4 address. */
function parseGroups(text: string, isEnd: boolean): Bytes | undefined {
  if (text === '') return { bytes: [], isStrict: true }
  const read = text.split(':').map((group, index, all): Bytes | undefined => {
    if (isEnd && index === all.length - 1 && group.includes('.')) return parseV4(group)
    const value = /^[0-9a-f]+$/i.test(group) ? Number.parseInt(group, 16) : Number.POSITIVE_INFINITY
    return value > 0xffff
      ? undefined
      : { bytes: [Math.floor(value / 256), value % 256], isStrict: group.length <= 4 }
  })
  const groups = read.filter((group) => group !== undefined)
  if (groups.length < read.length) return undefined
  return {
    bytes: groups.flatMap((group) => group.bytes),
    isStrict: groups.every((group) => group.isStrict),
  }
}

function parseV6(text: string): Bytes | undefined {
  const [head = '', tail, ...more] = text.split('::')
  const before = parseGroups(head, tail === undefined)
  const after = parseGroups(tail ?? '', true)
  if (!before || !after || more.length > 0 || text === '') return undefined
  const missing = 16 - before.bytes.length - after.bytes.length
  // “::” stands for at least one group.
  if (tail === undefined ? missing !== 0 : missing < 2) return undefined
  const zeros = Array.from({ length: missing }, () => 0)
  return { bytes: [...before.bytes, ...zeros, ...after.bytes], isStrict: before.isStrict && after.isStrict }
}

const parseBytes = (text: string): Bytes | undefined => (text.includes(':') ? parseV6(text) : parseV4(text))

const ipOf = ({ bytes, isStrict }: Bytes): Ip => ({
  bytes: shortened(bytes),
  isMapped: isMappedBytes(bytes),
  isStrict,
})

/** Undefined if it is not an address. Source: k8s.io/utils/net, `ParseIPSloppy`. */
export function parseIp(text: string): Ip | undefined {
  const read = parseBytes(text)
  return read && ipOf(read)
}

const masked = (bytes: readonly number[], length: number): readonly number[] =>
  bytes.map((byte, index) => byte & (0xff00 >> Math.max(0, Math.min(8, length - 8 * index))))

/** Undefined if it is not an address with a prefix length. Source: k8s.io/utils/net, `ParseCIDRSloppy`. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = '', digits = ''] = text.split(/\/(.*)/s)
  const read = parseBytes(address)
  if (!read || !/^\d+$/.test(digits) || Number(digits) > 8 * read.bytes.length) return undefined
  const length = Number(digits)
  const ip = ipOf(read)
  const network = shortened(masked(read.bytes, length))
  return {
    ip,
    length,
    network,
    hasHostBits: !sameBytes(ip.bytes, network),
    isStrict: read.isStrict && !/^0\d/.test(digits),
  }
}

const sameBytes = (left: readonly number[], right: readonly number[]): boolean =>
  left.length === right.length && left.every((byte, index) => byte === right[index])

/** The canonical text of an address. */
export function ipText(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0)).toString(16),
  )
  const { start, length } = longestZeros(groups)
  return length < 2
    ? groups.join(':')
    : `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly string[]): { readonly start: number; readonly length: number } {
  return groups
    .map((_, start) => {
      const end = groups.findIndex((group, index) => index >= start && group !== '0')
      return { start, length: (end === -1 ? groups.length : end) - start }
    })
    .reduce((best, run) => (run.length > best.length ? run : best))
}

/** The prefix length as of the bytes of the network: an IPv4-mapped range is one of 32 bits. */
const lengthIn = (bytes: readonly number[], { ip, length }: Cidr): number =>
  ip.isMapped && bytes.length === 4 ? Math.max(0, length - 96) : length

/** The canonical text of a range, without the bits beyond its prefix. */
export const cidrText = (cidr: Cidr): string => `${ipText(cidr.network)}/${lengthIn(cidr.network, cidr)}`

/** Whether a range lies in another one and is smaller. Source: `ValidateIPBlock`. */
export const isStrictlyInside = (inner: Cidr, outer: Cidr): boolean =>
  inner.network.length === outer.network.length &&
  sameBytes(masked(inner.network, lengthIn(outer.network, outer)), outer.network) &&
  inner.length > outer.length

export const isV4 = (ip: Ip): boolean => ip.bytes.length === 4

/** What kind of address it is, if nothing else can reach it; undefined for others. Source: `ValidateEndpointIP`. */
export function specialKind({ bytes }: Ip): string | undefined {
  const [first = 0, second = 0, third = 0] = bytes
  if (bytes.every((byte) => byte === 0)) return 'the unspecified address'
  if (bytes.length === 4) {
    if (first === 127) return 'a loopback address'
    if (first === 169 && second === 254) return 'a link-local address'
    return first === 224 && second === 0 && third === 0 ? 'a link-local multicast address' : undefined
  }
  if (ipText(bytes) === '::1') return 'a loopback address'
  if (first === 0xfe && (second & 0xc0) === 0x80) return 'a link-local address'
  return first === 0xff && (second & 0x0f) === 2 ? 'a link-local multicast address' : undefined
}
