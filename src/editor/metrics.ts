/** Both editors are set in the same type, so that the text does not move when one takes the place of the other. */
export const fontFamily = 'ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace'
export const fontSize = 12.5
export const lineHeight = 20
export const paddingTop = 4
