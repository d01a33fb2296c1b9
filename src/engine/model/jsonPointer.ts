import type { Path } from './path'

/** A key as a token of a JSON Pointer (RFC 6901): `a/b` → `a~1b`. */
export const escapeToken = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** The key of a token: `a~1b` → `a/b`. */
export const unescapeToken = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~')

/** A path as a JSON Pointer: `/spec/containers/0/image`; empty for the root. */
export const pointerOf = (path: Path): string => path.map((step) => `/${escapeToken(String(step))}`).join('')
