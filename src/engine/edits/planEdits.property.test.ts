import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange, isRefusal } from './applyChange'
import { splitDocuments } from '../yaml/splitDocuments'
import { equalsValue } from './sourceData'
import { readDocument } from '../yaml/readDocument'
import { planEdits } from './planEdits'
import { readSource } from './readSource'
import { rewrittenScalars, saysTheSame } from '../fixes/rewrittenScalars'
import { defaultSettings } from '../model/settings'
import { applyEdits } from '../model/textEdit'
import { createEngine } from '../report/engine'
import type { Value } from '../yaml/value'
import type { Path } from '../model/path'
import type { Json } from '../model/json'
import type { Change } from '../model/change'

const manifests = import.meta.glob<string>(
  ['../../checks/*/{bad,good}.yaml', '../../examples/*.{yaml,json}'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)

const documents = Object.values(manifests)
  .flatMap((text) => splitDocuments(text).map(({ from, to }) => text.slice(from, to)))
  .filter((chunk) => readDocument(chunk).root)

const pathsOf = (value: Value, path: Path = []): Path[] => {
  if (value.type === 'scalar') return [path]
  const children: (readonly [string | number, Value])[] =
    value.type === 'sequence'
      ? value.items.map((item, index) => [index, item])
      : [...value.entries].map(([name, entry]) => [name, entry.value])
  return [path, ...children.flatMap(([step, child]) => pathsOf(child, [...path, step]))]
}

const scalar = fc.oneof(
  fc.constantFrom<Json>(
    'on',
    '1e3',
    '0777',
    'a: b',
    ' x',
    '#',
    'two\nlines\n',
    'ü\u2028',
    '',
    null,
    true,
    3,
    -0.5,
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

const json = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('name', 'limits', 'a.b/c', 'on', '1', 'x y'), tie('json'), { maxKeys: 3 }),
  ),
})).json

const changesOf = (chunk: string): fc.Arbitrary<Change> => {
  const { root } = readDocument(chunk)
  const paths = root ? pathsOf(root) : []
  const deeper = fc.array(fc.constantFrom<string | number>('name', 'new', 'on', 0, 1), { maxLength: 3 })
  const path = fc
    .tuple(fc.constantFrom(...paths), fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, deeper))
    .map(([existing, more]): Path => [...existing, ...more])
  return fc.oneof(
    fc.record({ kind: fc.constant('set' as const), path, value: json }),
    fc.record({ kind: fc.constant('append' as const), path, value: json }),
    fc.record({ kind: fc.constant('remove' as const), path }),
    fc.record({ kind: fc.constant('rename' as const), path, key: fc.constantFrom('renamed', 'on', 'a: b') }),
  )
}

const withVariant = (chunk: string, variant: string): string => {
  if (variant === 'CRLF') return chunk.replaceAll('\n', '\r\n')
  return variant === 'no final line break' ? chunk.trimEnd() : chunk
}

const documentAndChanges = fc
  .tuple(fc.constantFrom(...documents), fc.constantFrom('LF', 'CRLF', 'no final line break'))
  .map(([chunk, variant]) => withVariant(chunk, variant))
  .chain((chunk) => fc.tuple(fc.constant(chunk), fc.array(changesOf(chunk), { minLength: 1, maxLength: 4 })))

/** Whether the edited text has the changed data, computed without the edits. */
const hasChangedData = (before: string, after: string, changes: readonly Change[]): boolean => {
  const source = readSource(before)
  if (isRefusal(source)) return false
  const wanted = changes.reduce((data, change) => {
    const next = applyChange(data, change)
    return isRefusal(next) ? data : next
  }, source.data)
  const { root } = readDocument(after)
  return root !== undefined && equalsValue(root, wanted)
}

const expectAlways = <Input>(
  inputs: fc.Arbitrary<Input>,
  expectations: (input: Input) => void,
  numRuns: number,
) => expect(() => fc.assert(fc.property(inputs, expectations), { numRuns })).not.toThrow()

test('changes are refused, or make exactly the changed data, with edits in order', () => {
  let planned = 0
  const expectations = ([chunk, changes]: readonly [string, readonly Change[]]) => {
    const plan = planEdits(chunk, changes)
    if (isRefusal(plan)) {
      expect(plan.refused).toMatch(/\.$/)
      return
    }
    planned++
    expect(applyEdits(chunk, plan.edits)).toBe(plan.text)
    expect(hasChangedData(chunk, plan.text, changes)).toBe(true)
    let end = -1
    for (const { from, to } of plan.edits) {
      expect(from).toBeGreaterThan(end)
      expect(to).toBeGreaterThanOrEqual(from)
      end = to
    }
  }
  expectAlways(documentAndChanges, expectations, 1500)
  expect(planned).toBeGreaterThan(300)
})

/** Whether a change makes no difference a second time. Removing item 0 twice removes two items. */
const isRepeatable = ({ kind, path }: Change): boolean => kind !== 'remove' || typeof path.at(-1) === 'string'

test('a change that has been applied needs no edits', () => {
  const single = documentAndChanges.map(
    ([chunk, changes]) => [chunk, changes.filter(isRepeatable).slice(0, 1)] as const,
  )
  const expectations = ([chunk, changes]: readonly [string, readonly Change[]]) => {
    const plan = planEdits(chunk, changes)
    if (!isRefusal(plan)) expect(planEdits(plan.text, changes)).toEqual({ edits: [], text: plan.text })
  }
  expectAlways(single, expectations, 1000)
})

test('no edit changes the text of a value and not the value', () => {
  const engine = createEngine({ sources: [] })
  const oneChange = documentAndChanges.map(([chunk, changes]) => [chunk, changes.slice(0, 1)] as const)
  const evaluationOf = (text: string) => engine.evaluation(text, defaultSettings)
  const expectations = ([chunk, changes]: readonly [string, readonly Change[]]) => {
    const plan = planEdits(chunk, changes)
    if (isRefusal(plan)) return
    const [before, after] = [evaluationOf(chunk), evaluationOf(plan.text)]
    expect(rewrittenScalars(before, after, plan.edits)).toEqual([])
    if (saysTheSame(before, after)) expect(plan.edits.length).toBe(0)
  }
  expectAlways(oneChange, expectations, 300)
})

test('any text is edited or refused', () => {
  const pieces = 'a b : - # \n { } [ ] , " \' | > & * ! ? % \t \r'.split(' ')
  const piece = fc.constantFrom(...pieces, '  ', '---\n', '<<: ', '{{')
  const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))
  const expectations = ([chunk, value]: readonly [string, Json]) => {
    const plan = planEdits(chunk, [{ kind: 'set', path: ['a', 'b'], value }])
    if (!isRefusal(plan)) expect(applyEdits(chunk, plan.edits)).toBe(plan.text)
  }
  expectAlways(fc.tuple(text, json), expectations, 1500)
})
