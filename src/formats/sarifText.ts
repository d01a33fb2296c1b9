import { visible } from './visible'

/** A text for a SARIF message, in which `[a](1)` would be a link. */
export const sarifText = (text: string): string => visible(text).replaceAll('](', String.raw`\](`)
