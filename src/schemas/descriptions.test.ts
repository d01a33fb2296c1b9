import { expect, test } from 'vitest'
import type { Schema } from '../engine/schema/schema'
import { groupOfDefinition } from './definitionName'
import { describer, type PackedCustomDocs, type PackedDocs } from './descriptions'
import { verifiedVersion } from './versions'
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

// The newest is the version whose types custom resources embed.
const newest = verifiedVersion
const versions = ['1.30', '1.31', newest]
const docs: Readonly<Record<string, PackedDocs>> = {
  apps: {
    versions,
    texts: ['A thing.', 'The spec.', 'Labels.'],
    definitions: { 'apps.v1.Thing': { '': 0, spec: 1, labels: 2 } },
  },
  core: {
    versions,
    texts: ['A spec.', 'Old size.', 'New size.'],
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
  ['1.31', 'apps/v1', 'Thing', ['spec', 'size'], 'Old size.'],
  [newest, 'apps/v1', 'Thing', ['spec', 'size'], 'New size.'],
  // Without a text in this version, the description is that of the type, and an integer has none.
  ['1.30', 'apps/v1', 'Thing', ['spec', 'size'], undefined],
  ['1.99', 'apps/v1', 'Thing', ['spec'], undefined],
  [newest, 'apps/v1', 'Thing', ['spec', 'more', 0, 'more', 1, 'size'], 'New size.'],
  [newest, 'apps/v1', 'Thing', ['spec', 'more', 'size'], 'New size.'],
  [newest, 'apps/v1', 'Thing', ['spec', 'more', 0], 'A spec.'],
  [newest, 'apps/v1', 'Thing', ['labels', 'app'], undefined],
  [newest, 'apps/v1', 'Thing', ['parts', 'left'], 'A spec.'],
  [newest, 'apps/v1', 'Thing', ['parts', 'left', 'size'], 'New size.'],
  [newest, 'apps/v1', 'Thing', ['spec', 'nothing'], undefined],
  [newest, 'apps/v1', 'Thing', ['spec', 'size', 'deeper'], undefined],
  ['1.30', 'example.io/v1', 'Custom', [], 'A custom thing.'],
  ['1.30', 'example.io/v1', 'Custom', ['spec'], 'Its spec.'],
  ['1.30', 'example.io/v1', 'Custom', ['spec', 'pod'], 'A spec.'],
  // Custom resources embed the types of one version, whatever the version of the cluster.
  ['1.30', 'example.io/v1', 'Custom', ['spec', 'pod', 'size'], 'New size.'],
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
])('%s is in the group %s', (name, group) => {
  expect(groupOfDefinition(name)).toBe(group)
})
