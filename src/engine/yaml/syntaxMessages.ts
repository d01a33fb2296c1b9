type SyntaxMessage = { readonly message: string; readonly advice?: string }

/**
 * Our messages for the error codes of the `yaml` package. The first row that matches counts: the code must be equal, and
 * where one code covers several errors the pattern must match the message of the package.
 */
const messages: readonly (readonly [code: string, pattern: RegExp | undefined, message: SyntaxMessage])[] = [
  [
    'MISSING_CHAR',
    /closing ["']quote/,
    { message: 'Missing closing quote.', advice: 'Add the closing quote where the value ends.' },
  ],
  [
    'MISSING_CHAR',
    /followed by map values/,
    {
      message: 'Missing colon after this key.',
      advice:
        'Add a colon and a space after the key. If the line continues the value above, indent it further.',
    },
  ],
  ['MISSING_CHAR', /Missing ,/, { message: 'Missing comma before this item.' }],
  ['MISSING_CHAR', /Missing space after :/, { message: 'Missing space after the colon.' }],
  ['MISSING_CHAR', /Comments must be separated/, { message: 'Missing space before the # of a comment.' }],
  ['MISSING_CHAR', /Sequence item without -/, { message: 'Missing dash before this list item.' }],
  [
    'MISSING_CHAR',
    /same line with directives-end/,
    {
      message: 'A mapping or list in block style cannot start on the --- line.',
      advice: 'Start it on the next line.',
    },
  ],
  ['MISSING_CHAR', /directives-end/, { message: 'Missing --- line after the directive.' }],
  [
    'MISSING_CHAR',
    /leading empty lines/,
    {
      message: 'The blank lines above are indented further than the first line of the block value.',
      advice: 'Remove the spaces from the blank lines.',
    },
  ],
  [
    'MISSING_CHAR',
    /Tags and anchors|sequence props/,
    { message: 'Missing space or line break after the anchor or tag.' },
  ],
  ['MISSING_CHAR', /must end with/, { message: 'Missing closing bracket.' }],
  [
    'BAD_INDENT',
    /^Flow/,
    { message: 'Lines inside brackets must be indented further than the key before the brackets.' },
  ],
  [
    'BAD_INDENT',
    undefined,
    {
      message: 'Wrong indentation.',
      advice: 'All keys of a mapping, and all dashes of a list, must start in the same column.',
    },
  ],
  [
    'TAB_AS_INDENT',
    undefined,
    { message: 'Tabs cannot be used for indentation.', advice: 'Replace the tab with spaces.' },
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    undefined,
    {
      message: 'A nested mapping or list cannot start here.',
      advice:
        'If a colon is part of the value, put the value in quotes. Otherwise check the line breaks and the indentation.',
    },
  ],
  [
    'BLOCK_IN_FLOW',
    undefined,
    {
      message: 'A nested mapping or list needs its own brackets here.',
      advice: 'If it is a separate item, add the missing comma.',
    },
  ],
  [
    'MULTILINE_IMPLICIT_KEY',
    undefined,
    {
      message: 'A key cannot span multiple lines.',
      advice: 'Check for a missing colon or closing quote above.',
    },
  ],
  ['KEY_OVER_1024_CHARS', undefined, { message: 'The key is longer than 1,024 characters.' }],
  [
    'BAD_SCALAR_START',
    undefined,
    { message: 'An unquoted value cannot start with this character.', advice: 'Put the value in quotes.' },
  ],
  [
    'BAD_DQ_ESCAPE',
    /\\U[0-9a-fA-F]{8}$/,
    {
      message: 'Invalid escape: Unicode has no such character.',
      advice: 'The last Unicode character is \\U0010ffff.',
    },
  ],
  [
    'BAD_DQ_ESCAPE',
    undefined,
    {
      message: 'Unknown escape in a double-quoted value.',
      advice: 'Write two backslashes for a backslash, or use single quotes.',
    },
  ],
  ['BAD_ALIAS', undefined, { message: 'Invalid anchor or alias name.' }],
  ['ALIAS_PROPS', undefined, { message: 'An alias cannot have a tag or an anchor.' }],
  ['MULTIPLE_ANCHORS', undefined, { message: 'A value can have only one anchor.' }],
  ['MULTIPLE_TAGS', undefined, { message: 'A value can have only one tag.' }],
  [
    'BAD_PROP_ORDER',
    undefined,
    { message: 'An anchor or tag must come after the dash or colon and before the value.' },
  ],
  ['TAG_RESOLVE_FAILED', undefined, { message: 'This tag cannot be resolved.' }],
  ['BAD_DIRECTIVE', undefined, { message: 'Invalid YAML directive.' }],
  ['RESOURCE_EXHAUSTION', undefined, { message: 'The document is nested too deeply.' }],
]

const otherError: SyntaxMessage = {
  message: 'Unexpected text here.',
  advice: 'Check the indentation, quotes and brackets of this line and the line above.',
}

/** Our message for an error of the `yaml` package, from its code and its own message. */
export const syntaxMessage = (code: string, parserMessage: string): SyntaxMessage =>
  messages.find(([name, pattern]) => name === code && (!pattern || pattern.test(parserMessage)))?.[2] ??
  otherError
