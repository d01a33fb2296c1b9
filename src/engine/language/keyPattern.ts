/**
 * The source of a regular expression for a key without quotes in block style. It is followed by a colon, so it matches as
 * little as possible. It can start with a dash, but not with a dash and a space: that is an item.
 */
export const plainKey = /[^\s#'"{}[\],&*!|>%@`-][^\n#]*?|-[^\s][^\n#]*?/.source
