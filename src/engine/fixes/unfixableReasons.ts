import type { ReadingRule } from '../model/problem'

/** Why no edit can be right by itself where a rule of reading found something, and what to decide. */
export const unfixable: Readonly<Record<ReadingRule, string>> = {
  'yaml-syntax': 'Nothing tells what was meant where the text cannot be read. Correct it by hand.',
  'forbidden-character': 'Nothing tells what was meant in its place. Write that, or delete it.',
  'unrendered-template': 'Nothing here tells the value. Render the template, or write the value.',
  'duplicate-key': 'Nothing tells which of the two values is meant. Remove the other.',
  'invalid-key': 'Nothing tells which text the key was meant to be. Write it as plain text.',
  'invalid-alias': 'Nothing tells what it was meant to stand for. Write the value in its place.',
  'invalid-tag': 'Nothing tells whether the tag or the value is meant. Change the other.',
  'invalid-number': 'Nothing tells which number was meant. Write it, or quote it as text.',
  'yaml-directive': 'The line belongs to no object that could be edited. Remove it by hand.',
  'strict-json': 'Nothing tells which is meant: write valid JSON, or YAML without the outer braces.',
  'document-root': 'Nothing tells what object was meant. Write its apiVersion and kind, or remove it.',
  'field-type': 'Nothing tells which value was meant. Write one of the type that is wanted.',
  'missing-field': 'Nothing tells what was meant to stand there. Write it by hand.',
  'unknown-field': 'Nothing tells which field was meant. Write that, or remove it.',
  'field-value': 'Nothing tells which value was meant. Write one that is allowed.',
  'unserved-version': 'Nothing that is served takes its place. Remove it, or write the kind that was meant.',
  'missing-schema':
    'Nothing tells whether it is right. Add its schema, or ignore missing ones in the settings.',
  'rejected-kind': 'The settings reject every object of this kind. Remove it, or change the settings.',
  'invalid-selector': 'Nothing tells which objects were meant. Correct its terms.',
  'too-deep': 'Nothing tells which levels are too many. Make it flatter.',
  'too-large': 'Nothing tells where to split it. Each object can be a document of its own.',
  'check-failed': 'The fault lies in the check, not in the text.',
}
