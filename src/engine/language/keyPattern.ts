/**
 * The source of a regular expression for a key without quotes in block style, up to the colon that a space or the end of
 * the line follows: spaces before that colon are part of the match. It can start with a dash, but not with a dash and a
 * space: that is an item.
 */
export const plainKey = /(?:[^\s#'"{}[\],&*!|>%@`-]|-[^\s])[^\n#:]*(?::(?!\s|$)[^\n#:]*)*/.source
