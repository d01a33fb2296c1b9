import { isIpv6 } from './netFormats'

export type Url = { readonly scheme: string; readonly path: string }

/** `request`: an absolute URL or an absolute path, without a fragment. */
type Way = 'reference' | 'request'

/** A text taken apart as Go's `url.Parse` and `url.ParseRequestURI` do; undefined when they refuse it. */
export function parseUrl(text: string, way: Way): Url | undefined {
  const hash = way === 'reference' ? text.indexOf('#') : -1
  const [address, fragment] = hash < 0 ? [text, ''] : [text.slice(0, hash), text.slice(hash + 1)]
  if (/[^ -~\u0080-\uffff]/.test(address) || address.startsWith(':') || !isEscaped(fragment)) return undefined
  if (address === '*') return { scheme: '', path: address }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(address)?.[1] ?? ''
  const rest = address.slice(scheme ? scheme.length + 1 : 0).replace(/\?[^]*$/, '')
  if (!rest.startsWith('/')) {
    if (scheme) return { scheme, path: '' }
    const colon = rest.split('/', 1)[0]?.includes(':')
    return way === 'request' || colon ? undefined : escapedPath(scheme, rest)
  }
  const hasHost = rest.startsWith('//') && (scheme || (way === 'reference' && !rest.startsWith('///')))
  if (!hasHost) return escapedPath(scheme, rest)
  const end = rest.indexOf('/', 2)
  const authority = end < 0 ? rest.slice(2) : rest.slice(2, end)
  return isAuthority(authority, way) ? escapedPath(scheme, end < 0 ? '' : rest.slice(end)) : undefined
}

const escapedPath = (scheme: string, path: string): Url | undefined =>
  isEscaped(path) ? { scheme, path } : undefined

/** Whether every `%` is followed by two hexadecimal digits. */
const isEscaped = (text: string): boolean => !/%(?![0-9a-fA-F]{2})/.test(text)

function isAuthority(authority: string, way: Way): boolean {
  const at = authority.lastIndexOf('@')
  const user = at < 0 ? '' : authority.slice(0, at)
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user) || !isEscaped(user)) return false
  const host = authority.slice(at + 1)
  const end = host.startsWith('[') ? host.lastIndexOf(']') + 1 : Math.max(0, host.lastIndexOf(':'))
  const port = host.includes(':') || end > 0 ? host.slice(end) : ''
  if (!/^(?::\d*)?$/.test(port) || !isHost(host) || (host.startsWith('[') && end === 0)) return false
  const name = host.slice(0, host.length - port.length)
  // A request is asked no more, the format of JSON Schema is.
  return way === 'request' || !name.includes(':') || (name.startsWith('[') && isIpv6(name.slice(1, -1)))
}

/** Only what is no letter of ASCII may be escaped in a host. */
const isHost = (text: string): boolean =>
  /^(?:[A-Za-z0-9!$&'()*+,;=:<>"\-_.~[\]]|[^ -~]|%(?:25|[89a-fA-F][0-9a-fA-F]))*$/.test(text)
