import { expect, test } from 'vitest'
import type { Schema } from '../engine/schema/schema'
import { describer, groupOfName, type PackedCustomDocs, type PackedDocs } from './descriptions'
import type { Path } from '../engine/model/path'

const object = (name: string, fields: Readonly<Record<string, Schema>>): Schema => ({
  name,
  type: ['object'],
  properties: new Map(Object.entries(fields)),
})
const text: Schema = { type: ['string'] }
const definitions: Readonly<Record<string, Schema>> = {
  'apps.v1.Thing': object('apps.v1.Thing', {
    apiVersion: text,
    spec: { ref: () => definitions['core.v1.Spec'] },
    labels: { type: ['object'], additionalProperties: text },
    parts: { type: ['object'], additionalProperties: { ref: () => definitions['core.v1.Spec'] } },
  }),
  'core.v1.Spec': object('core.v1.Spec', {
    size: { type: ['integer'] },
    more: { type: ['array'], items: { ref: () => definitions['core.v1.Spec'] } },
  }),
  'am:meta.v1.ObjectMeta': object('am:meta.v1.ObjectMeta', { name: text }),
  'node.v1.RuntimeClass': object('node.v1.RuntimeClass', { kind: text }),
}

const versions = ['1.30', '1.31', '1.36']
const docs: Readonly<Record<string, PackedDocs>> = {
  apps: {
    versions,
    texts: ['A thing.', 'The spec.', 'Labels.'],
    definitions: { 'apps.v1.Thing': { '': 0, spec: 1, labels: 2 } },
  },
  core: {
    versions,
    texts: ['A spec.', 'Size, then.', 'Size, now.'],
    definitions: { 'core.v1.Spec': { '': 0, size: [1, 1, 2, 2] } },
  },
  meta: {
    versions,
    texts: ['Metadata.', 'A name.'],
    definitions: { 'am:meta.v1.ObjectMeta': { '': 0, name: 1 } },
  },
  node: { versions, texts: ['Any kind.'], definitions: { 'node.v1.RuntimeClass': { kind: 0 } } },
}
const custom: PackedCustomDocs = {
  texts: ['A custom thing.', 'Its spec.', 'A node.'],
  kinds: {
    'v1/Custom': [
      0,
      { spec: [1, { pod: [-1, '#core.v1.Spec'], nodes: [-1, { '': [2, '0'] }], constructor: 2 }] },
    ],
  },
  pool: [{ next: [2, '0'] }],
}

const describe = describer(
  {
    builtIn: async (group) => docs[group],
    custom: async (group) => (group === 'example.io' ? custom : undefined),
  },
  {
    kind: (_, apiVersion, kind) => (apiVersion === 'apps/v1' ? definitions[`apps.v1.${kind}`] : undefined),
    definition: (_, name) => definitions[name],
  },
)

test.each<[version: string, apiVersion: string, kind: string, path: Path, description: string | undefined]>([
  ['1.30', 'apps/v1', 'Thing', [], 'A thing.'],
  ['1.30', 'apps/v1', 'Thing', ['spec'], 'The spec.'],
  ['1.31', 'apps/v1', 'Thing', ['spec', 'size'], 'Size, then.'],
  ['1.36', 'apps/v1', 'Thing', ['spec', 'size'], 'Size, now.'],
  // It had none before, then its type speaks: a whole number says nothing.
  ['1.30', 'apps/v1', 'Thing', ['spec', 'size'], undefined],
  ['1.99', 'apps/v1', 'Thing', ['spec'], undefined],
  ['1.36', 'apps/v1', 'Thing', ['spec', 'more', 0, 'more', 1, 'size'], 'Size, now.'],
  ['1.36', 'apps/v1', 'Thing', ['spec', 'more', 'size'], 'Size, now.'],
  ['1.36', 'apps/v1', 'Thing', ['spec', 'more', 0], 'A spec.'],
  ['1.36', 'apps/v1', 'Thing', ['labels', 'app'], undefined],
  ['1.36', 'apps/v1', 'Thing', ['parts', 'left'], 'A spec.'],
  ['1.36', 'apps/v1', 'Thing', ['parts', 'left', 'size'], 'Size, now.'],
  ['1.36', 'apps/v1', 'Thing', ['spec', 'nothing'], undefined],
  ['1.36', 'apps/v1', 'Thing', ['spec', 'size', 'deeper'], undefined],
  ['1.30', 'example.io/v1', 'Custom', [], 'A custom thing.'],
  ['1.30', 'example.io/v1', 'Custom', ['spec'], 'Its spec.'],
  ['1.30', 'example.io/v1', 'Custom', ['spec', 'pod'], 'A spec.'],
  // Custom resources embed the types of one version.
  ['1.30', 'example.io/v1', 'Custom', ['spec', 'pod', 'size'], 'Size, now.'],
  ['1.30', 'example.io/v1', 'Custom', ['spec', 'nodes', 'left', 0, 'next', 'next'], 'A node.'],
  ['1.30', 'example.io/v1', 'Custom', ['spec', 'constructor'], 'A node.'],
  ['1.30', 'example.io/v1', 'Custom', ['spec', 'toString'], undefined],
  ['1.30', 'example.io/v1', 'Custom', ['spec', 'constructor', 'x'], undefined],
  ['1.30', 'example.io/v1', 'Custom', ['kind'], 'Any kind.'],
  ['1.30', 'example.io/v1', 'Custom', ['metadata', 'name'], 'A name.'],
  ['1.30', 'unknown.io/v1', 'Other', ['metadata'], 'Metadata.'],
  ['1.30', 'unknown.io/v1', 'Other', ['spec'], undefined],
  ['1.30', 'v1', 'Other', [], undefined],
])('%s %s %s %j: %s', async (version, apiVersion, kind, path, description) => {
  expect(await describe(version, apiVersion, kind, path)).toBe(description)
})

test.each([
  ['apps.v1.Deployment', 'apps'],
  ['am:meta.v1.ObjectMeta', 'meta'],
  ['ax:apiextensions.v1.JSON', 'apiextensions'],
])('%s is of the group %s', (name, group) => {
  expect(groupOfName(name)).toBe(group)
})
