import { expect, test } from 'vitest'
import { amended } from './amendments'
import type { JsonSchema } from './decompile'

const object = (properties: Readonly<Record<string, JsonSchema>>, ...required: string[]): JsonSchema => ({
  type: 'object',
  properties: new Map(Object.entries(properties)),
  ...(required.length > 0 && { required }),
})
const text: JsonSchema = { type: 'string' }
const nothing = (reference: string): JsonSchema => {
  throw new Error(`${reference} is not wanted`)
}

test('a type inside another object need not say what kind it is', () => {
  const claim = object(
    { apiVersion: { ...text, enum: ['v1'] }, kind: { ...text, enum: ['Claim'] }, a: text },
    'kind',
    'a',
  )
  expect(amended('example/Claim', claim, nothing)).toEqual({
    ...object({ apiVersion: text, kind: text, a: text }, 'a'),
  })
})

test('a package whose definitions are written by hand requires nothing', () => {
  const source = object({ inner: { type: 'array', items: object({ a: text }, 'a') } }, 'inner')
  const free = object({ inner: { type: 'array', items: { ...object({ a: text }), required: [] } } })
  expect(amended('knative/Source', source, nothing)).toEqual({ ...free, required: [] })
  expect(amended('example/Source', source, nothing)).toBe(source)
})

test('the steps and the only container of an Argo template', () => {
  const list = (ref: string): JsonSchema => ({ type: 'array', items: { ref } })
  const template = object({
    steps: list('ParallelSteps'),
    container: { ref: '#core.v1.Container', description: 'The container.' },
    script: { ref: 'Script' },
  })
  const container = object({ name: text }, 'name')
  const unfold = (to: string) =>
    to === 'ParallelSteps' ? object({ steps: list('Step') }, 'steps') : container
  const id = 'argo-workflows/ComGithubArgoprojArgoWorkflowsV4PkgApisWorkflowV1alpha1Template'
  expect(amended(id, template, unfold)).toEqual(
    object({
      steps: { type: 'array', items: list('Step') },
      container: { ...container, required: [], description: 'The container.' },
      script: { ...container, required: [] },
    }),
  )
  expect(() => amended(id, object({}), unfold)).toThrow('no field steps')
})
