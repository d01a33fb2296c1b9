/**
 * A text of several words as a YAML scalar in one line: quoted where YAML would read something else. `text`: without
 * line breaks and control characters.
 */
export const yamlText = (text: string): string =>
  /^[A-Za-z][^:#]*[^:#\s]$/.test(text) && /\s/.test(text) ? text : `'${text.replaceAll("'", "''")}'`
