import { isIpv6 } from './networkFormats'

type Url = { readonly scheme: string; readonly path: string }

/** `reference`: any URI reference. `request`: an absolute URL or an absolute path, without a fragment. */
type UrlForm = 'reference' | 'request'

/** A URL as Go's `url.Parse` (for a reference) or `url.ParseRequestURI` parses it; undefined when that fails. */
export function parseUrl(text: string, form: UrlForm): Url | undefined {
  const hash = form === 'reference' ? text.indexOf('#') : -1
  const [address, fragment] = hash < 0 ? [text, ''] : [text.slice(0, hash), text.slice(hash + 1)]
  if (/[^ -~\u0080-\uffff]/.test(address) || address.startsWith(':') || !isEscaped(fragment)) return undefined
  if (address === '*') return { scheme: '', path: address }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(address)?.[1] ?? ''
  const rest = address.slice(scheme ? scheme.length + 1 : 0).replace(/\?[^]*$/, '')
  if (!rest.startsWith('/')) {
    if (scheme) return { scheme, path: '' }
    const colon = rest.split('/', 1)[0]?.includes(':')
    return form === 'request' || colon ? undefined : escapedPath(scheme, rest)
  }
  const hasHost = rest.startsWith('//') && (scheme || (form === 'reference' && !rest.startsWith('///')))
  if (!hasHost) return escapedPath(scheme, rest)
  const end = rest.indexOf('/', 2)
  const authority = end < 0 ? rest.slice(2) : rest.slice(2, end)
  return isAuthority(authority, form) ? escapedPath(scheme, end < 0 ? '' : rest.slice(end)) : undefined
}

const escapedPath = (scheme: string, path: string): Url | undefined =>
  isEscaped(path) ? { scheme, path } : undefined

/** Whether every `%` is followed by two hexadecimal digits. */
const isEscaped = (text: string): boolean => !/%(?![0-9a-fA-F]{2})/.test(text)

function isAuthority(authority: string, form: UrlForm): boolean {
  const at = authority.lastIndexOf('@')
  const user = at < 0 ? '' : authority.slice(0, at)
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user) || !isEscaped(user)) return false
  const host = authority.slice(at + 1)
  const end = host.startsWith('[') ? host.lastIndexOf(']') + 1 : Math.max(0, host.lastIndexOf(':'))
  const port = host.includes(':') || end > 0 ? host.slice(end) : ''
  if (!/^(?::\d*)?$/.test(port) || !isHost(host) || (host.startsWith('[') && end === 0)) return false
  const name = host.slice(0, host.length - port.length)
  // The JSON Schema formats of URIs also require an IPv6 address in brackets to be valid.
  return form === 'request' || !name.includes(':') || (name.startsWith('[') && isIpv6(name.slice(1, -1)))
}

/** In a host, only non-ASCII bytes and `%` itself may be percent-encoded. */
const isHost = (text: string): boolean =>
  /^(?:[A-Za-z0-9!$&'()*+,;=:<>"\-_.~[\]]|[^ -~]|%(?:25|[89a-fA-F][0-9a-fA-F]))*$/.test(text)
