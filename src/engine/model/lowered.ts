/** A title inside a sentence: `set memory limit`, but `CPU limit`. */
export const lowered = (title: string): string =>
  title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
