import { expect, test } from 'vitest'
import type { JsonSchema } from './jsonSchema'
import { readModelPackage } from './modelPackage'

const validator = (...calls: readonly string[]): string =>
  [
    'export const validate=validate0',
    'function validate1(data){}',
    `function validate2(data){validate1(data.inner,{instancePath})}`,
    `function validate0(data){${calls.join(';')}}`,
  ].join(';')

const schemas = readModelPackage(
  new Map([
    [
      '_schemas/IoV1Thing.js',
      validator('validate1(data.name,{instancePath})', 'validate2(data["a.b"],{instancePath})'),
    ],
    ['_schemas/ExampleIoV1Other.js', validator('validate2(data.spec,{instancePath})')],
    [
      'example.io/v1/Thing.d.ts',
      `/** A thing for \\*\\/x. */
       export interface IThing {
         /** Its name. */ "name"?: string
         "a.b"?: { /** Deep. */ "inner": string } & (Exclude<{}, {}>)
         /** More text. */ "description"?: IIoV1Words
       }
       export declare class Thing {}
       export type { IThing as IIoV1Thing, Thing as IoV1Thing }`,
    ],
    [
      'example.io/v1/Other.d.ts',
      `export interface IOther { "spec": { "description": string; /** Deep. */ "inner": string } }
       export declare class Other {}`,
    ],
  ]),
)

const fields = (entries: Readonly<Record<string, JsonSchema>>) => new Map(Object.entries(entries))

test('an interface describes the schema whose name it is exported under', () => {
  expect(schemas.get('IoV1Thing')).toEqual({
    description: 'A thing for */x.',
    properties: fields({
      name: { description: 'Its name.' },
      'a.b': { properties: fields({ inner: { description: 'Deep.' } }) },
      description: { ref: 'IoV1Words', description: 'More text.' },
    }),
  })
})

test('without an export the schema is found by folder, and a missing description field is added', () => {
  expect(schemas.get('ExampleIoV1Other')).toEqual({
    properties: fields({
      spec: { properties: fields({ inner: { description: 'Deep.' }, description: { type: 'string' } }) },
    }),
  })
})
