const padded = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const withoutLineBreaks = (text: string): string => text.replace(/[\r\n]/g, '')

/**
 * Whether a text is padded base64, such as `aGVsbG8=`. The empty text is, and line breaks are ignored.
 * Source: Go's `base64.StdEncoding`.
 */
export const isBase64 = (text: string): boolean => padded.test(withoutLineBreaks(text))

/** The UTF-8 text that base64 encodes, `hello` for `aGVsbG8=`; undefined for a text that is not base64. */
export function decodeBase64(text: string): string | undefined {
  if (!isBase64(text)) return undefined
  const bytes = Uint8Array.from(atob(withoutLineBreaks(text)), (char) => char.charCodeAt(0))
  return new TextDecoder().decode(bytes)
}
