import { expect, test } from 'vitest'
import { catalog } from '.'
import { defaultSettings } from '../engine/model/settings'
import { bundledVersions, newestVerified } from './build/versions'
import { kubernetesVersions, verifiedVersion } from './versions'

const versions = bundledVersions.map(({ version }) => version)

test('the generated versions and the catalog are those of the table', () => {
  expect(kubernetesVersions.toReversed()).toEqual(versions)
  expect(catalog.versions).toEqual(versions)
  expect(verifiedVersion).toBe(newestVerified)
})

test('the table lists each minor version once, oldest first, and one of them is read from the client', () => {
  const minors = versions.map((version) => Number(version.replace('1.', '')))
  expect(minors).toEqual(minors.map((_, index) => (minors[0] ?? 0) + index))
  expect(bundledVersions.filter(({ source }) => source === 'client')).toHaveLength(1)
})

test('the default version is bundled and verified', () => {
  const bundled = bundledVersions.find(({ version }) => version === defaultSettings.kubernetesVersion)
  expect(bundled?.verified).toBe(true)
})
