type SyntaxMessage = { readonly message: string; readonly advice?: string }

/** What the parser's error codes mean to a person; the pattern looks at the parser's own words where a code is broad. */
const faults: readonly (readonly [code: string, pattern: RegExp | undefined, fault: SyntaxMessage])[] = [
  [
    'MISSING_CHAR',
    /closing ["']quote/,
    { message: 'This quoted value is never closed.', advice: 'Add the closing quote where the value ends.' },
  ],
  [
    'MISSING_CHAR',
    /followed by map values/,
    {
      message: 'This line is neither a key with a colon nor part of the value above it.',
      advice: 'Add a colon and a space after the key, or indent the line below the value it belongs to.',
    },
  ],
  ['MISSING_CHAR', /Missing ,/, { message: 'A comma is missing before this item.' }],
  ['MISSING_CHAR', /Missing space after :/, { message: 'A space is missing after the colon.' }],
  ['MISSING_CHAR', /Comments must be separated/, { message: 'A comment needs a space in front of its #.' }],
  ['MISSING_CHAR', /Sequence item without -/, { message: 'A list item must start with a dash.' }],
  ['MISSING_CHAR', /directives-end/, { message: 'A directive must be followed by a line with ---.' }],
  [
    'MISSING_CHAR',
    /same line with directives-end/,
    { message: 'A block mapping cannot start on the line of ---.' },
  ],
  ['MISSING_CHAR', undefined, { message: 'A bracket or separator is missing here.' }],
  [
    'BAD_INDENT',
    /^Flow/,
    { message: 'The lines between these brackets must be indented deeper than the key above them.' },
  ],
  [
    'BAD_INDENT',
    undefined,
    {
      message: 'This line is not indented like its neighbours.',
      advice: 'Keys of one mapping, and dashes of one list, start in the same column.',
    },
  ],
  [
    'TAB_AS_INDENT',
    undefined,
    { message: 'A tab is used as indentation.', advice: 'YAML takes only spaces there; replace the tab.' },
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    undefined,
    {
      message: 'A second colon on this line, or a deeper line below a value, makes no sense here.',
      advice:
        'Put the value in quotes if the colon belongs to it, or move the nested keys below their parent.',
    },
  ],
  ['BLOCK_IN_FLOW', undefined, { message: 'Block style cannot be used between brackets.' }],
  [
    'MULTILINE_IMPLICIT_KEY',
    undefined,
    {
      message: 'A key must stand on one line.',
      advice: 'Often a colon or a closing quote is missing just above.',
    },
  ],
  ['KEY_OVER_1024_CHARS', undefined, { message: 'A key is longer than 1,024 characters.' }],
  [
    'BAD_SCALAR_START',
    undefined,
    { message: 'An unquoted value cannot start with this character.', advice: 'Put the value in quotes.' },
  ],
  [
    'BAD_DQ_ESCAPE',
    /\\U[0-9a-fA-F]{8}$/,
    {
      message: 'This escape is beyond the last Unicode character.',
      advice: 'The highest one is \\U0010ffff.',
    },
  ],
  [
    'BAD_DQ_ESCAPE',
    undefined,
    {
      message: 'This escape is unknown in a double-quoted value.',
      advice: 'Write a backslash twice, or use single quotes.',
    },
  ],
  ['BAD_ALIAS', undefined, { message: 'This anchor or alias has no usable name.' }],
  ['ALIAS_PROPS', undefined, { message: 'An alias cannot carry a tag or an anchor of its own.' }],
  ['MULTIPLE_ANCHORS', undefined, { message: 'A value can have only one anchor.' }],
  ['MULTIPLE_TAGS', undefined, { message: 'A value can have only one tag.' }],
  [
    'BAD_PROP_ORDER',
    undefined,
    { message: 'An anchor or tag must stand after the indicator, before the value.' },
  ],
  ['TAG_RESOLVE_FAILED', undefined, { message: 'This tag cannot be resolved.' }],
  ['BAD_DIRECTIVE', undefined, { message: 'This directive is not one of YAML.' }],
  ['RESOURCE_EXHAUSTION', undefined, { message: 'The text nests too deep to be read.' }],
]

const unknownFault: SyntaxMessage = {
  message: 'The text does not go on as YAML expects here.',
  advice: 'Look at the indentation, the quotes and the brackets of this line and the one above.',
}

/** Our words for an error of the YAML parser. */
export const syntaxMessage = (code: string, parserMessage: string): SyntaxMessage =>
  faults.find(([name, pattern]) => name === code && (!pattern || pattern.test(parserMessage)))?.[2] ??
  unknownFault
