/** A text as one word for a POSIX shell: quoted where that is necessary. */
export const shellWord = (text: string): string =>
  /^[\w./,:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
