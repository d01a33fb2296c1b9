import type { Rule } from '../../engine/findings/rule'
import type { Source } from '../../engine/findings/source'
import type { ReadingRule } from '../../engine/model/problem'

type Description = Omit<Rule, 'id' | 'topic'>

/** What reading a text reports, apart from wrong types and unknown fields, which belong to the schemas. */
const rules: Readonly<Record<Exclude<ReadingRule, 'field-type' | 'unknown-field'>, Description>> = {
  'yaml-syntax': {
    title: 'YAML syntax',
    severities: ['refused'],
    fixable: true,
    unfixable: 'We cannot tell what you meant here. Correct the text by hand.',
  },
  indentation: {
    title: 'Indentation with unusual spaces',
    severities: ['refused'],
    fixable: true,
    unfixable: 'We cannot tell how deep each line should be. Replace these characters with spaces by hand.',
  },
  'forbidden-character': {
    title: 'Forbidden character',
    severities: ['refused'],
    fixable: true,
    unfixable: 'We cannot tell which character you meant. Replace it or delete it.',
  },
  'unrendered-template': {
    title: 'Unrendered template',
    severities: ['refused', 'warning'],
    unfixable: 'The value is not in this text. Render the template, or write the value yourself.',
  },
  'duplicate-key': {
    title: 'Duplicate key',
    severities: ['refused', 'warning'],
    fixable: true,
    unfixable: 'We cannot tell which of the two values you want. Remove the other one.',
  },
  'invalid-key': {
    title: 'Invalid key',
    severities: ['refused'],
    unfixable: 'We cannot tell which field you meant. Write its name as plain text.',
  },
  'invalid-alias': {
    title: 'Invalid alias',
    severities: ['refused'],
    unfixable: 'We cannot tell what the alias should stand for. Write the value in its place.',
  },
  'invalid-tag': {
    title: 'Invalid tag',
    severities: ['refused'],
    unfixable: 'We cannot tell whether the tag or the value is wrong. Change one of them.',
  },
  'invalid-number': {
    title: 'Invalid number',
    severities: ['refused'],
    unfixable: 'We cannot tell which number you meant. Write it out, or put it in quotes if it is text.',
  },
  'yaml-directive': {
    title: 'YAML directive',
    severities: ['refused'],
    fixable: true,
    unfixable: 'The line is not part of any object. Remove it by hand.',
  },
  'strict-json': {
    title: 'Strict JSON',
    severities: ['warning'],
    unfixable: 'We cannot tell which format you want. Write valid JSON, or YAML without the outer braces.',
  },
  'document-root': {
    title: 'Not an object',
    severities: ['refused'],
    fixable: true,
    unfixable: 'We cannot tell which object you meant. Write its apiVersion and kind, or remove it.',
  },
  'too-deep': {
    title: 'Nested too deeply',
    severities: ['refused'],
    unfixable: 'Only you can decide which levels are not needed.',
  },
  'too-large': {
    title: 'Text too large',
    severities: ['refused', 'warning'],
    unfixable: 'Only you can decide where to split it. Every object can be a document of its own.',
  },
}

/** YAML and JSON as the cluster reads them. Reading the text reports everything under these rules. */
export const syntax: Source = {
  id: 'syntax',
  title: 'YAML and JSON',
  rules: Object.entries(rules).map(([id, description]) => ({ id, topic: 'valid', ...description })),
  finders: [],
  loadProblemFix: async () => (await import('./fix')).problemRemedies(),
}
