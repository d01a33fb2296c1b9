/**
 * A text in lines of at most so many characters, broken between words; a longer word has a line of its own. `widthOf`: counts
 * something else than characters, such as columns.
 */
export function wrapWords(
  text: string,
  longest: number,
  widthOf = ({ length }: string): number => length,
): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= longest)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
