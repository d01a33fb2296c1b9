/** Both editors use the same type, so that the text stays in place when Monaco takes over. */
export const fontFamily = 'ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace'
export const fontSize = 12.5
export const lineHeight = 20
export const paddingTop = 4
