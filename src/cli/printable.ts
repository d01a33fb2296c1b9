import { visible } from '../formats/visible'

/** A text of several lines that a terminal only shows: its line breaks and tabs stay, and no other control character does. */
export const printable = (text: string): string => text.replace(/[^\t\n]+/g, visible)
