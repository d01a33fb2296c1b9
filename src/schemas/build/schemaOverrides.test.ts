import { expect, test } from 'vitest'
import type { JsonSchema } from './jsonSchema'
import { applyOverrides } from './schemaOverrides'

const object = (properties: Readonly<Record<string, JsonSchema>>, ...required: string[]): JsonSchema => ({
  type: 'object',
  properties: new Map(Object.entries(properties)),
  ...(required.length > 0 && { required }),
})
const text: JsonSchema = { type: 'string' }
const noReference = (reference: string): JsonSchema => {
  throw new Error(`Unexpected reference: ${reference}`)
}

test('an embedded type does not require its apiVersion and kind', () => {
  const claim = object(
    { apiVersion: { ...text, enum: ['v1'] }, kind: { ...text, enum: ['Claim'] }, a: text },
    'kind',
    'a',
  )
  expect(applyOverrides('example/Claim', claim, noReference)).toEqual({
    ...object({ apiVersion: text, kind: text, a: text }, 'a'),
  })
})

test('a package with definitions by hand requires no fields', () => {
  const source = object({ inner: { type: 'array', items: object({ a: text }, 'a') } }, 'inner')
  const lenient = object({ inner: { type: 'array', items: { ...object({ a: text }), required: [] } } })
  expect(applyOverrides('knative/Source', source, noReference)).toEqual({ ...lenient, required: [] })
  expect(applyOverrides('example/Source', source, noReference)).toBe(source)
})

test('the steps and the only container of an Argo Workflows template', () => {
  const list = (ref: string): JsonSchema => ({ type: 'array', items: { ref } })
  const template = object({
    steps: list('ParallelSteps'),
    container: { ref: '#core.v1.Container', description: 'The container.' },
    script: { ref: 'Script' },
  })
  const container = object({ name: text }, 'name')
  const resolve = (to: string) =>
    to === 'ParallelSteps' ? object({ steps: list('Step') }, 'steps') : container
  const id = 'argo-workflows/ComGithubArgoprojArgoWorkflowsV4PkgApisWorkflowV1alpha1Template'
  expect(applyOverrides(id, template, resolve)).toEqual(
    object({
      steps: { type: 'array', items: list('Step') },
      container: { ...container, required: [], description: 'The container.' },
      script: { ...container, required: [] },
    }),
  )
  expect(() => applyOverrides(id, object({}), resolve)).toThrow('The field steps')
})
