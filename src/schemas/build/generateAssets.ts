import { defaultSettings } from '../../engine/model/settings'
import { groupBy } from '../../engine/model/groupBy'
import { groupOf } from '../../kubernetes/apiVersion'
import type { PackedVersions } from '../versions'
import { builtInTypes } from './builtInTypes'
import { checkCustomApi } from './checkCustomApi'
import { checkReleases } from './checkReleases'
import { commonDefinitions } from './commonDefinitions'
import { composeReleases } from './composeReleases'
import { customApi } from './customApi'
import { packCustomDocs } from './packCustomDocs'
import { kindsInGroup, packCustomGroup } from './packCustomGroup'
import { packDocs } from './packDocs'
import { packStructure } from './packStructure'
import type { Sources } from './readSources'
import { sortByKey } from './sortByKey'
import { newestVerified } from './versions'

type GeneratedAssets = {
  /** The content of each JSON file that the page loads, by path: `docs/core.json`. */
  readonly assets: ReadonlyMap<string, unknown>
  /** What is wrong with the assets, as sentences. */
  readonly errors: readonly string[]
}

/** All assets but the licences. */
export const generateAssets = ({ api, packages, shared }: Sources): GeneratedAssets => {
  const releases = composeReleases(api)
  const types = builtInTypes(releases.get(newestVerified) ?? new Map())
  const custom = customApi(packages, shared, types)
  const errors = [...checkReleases(releases), ...checkCustomApi(custom, types)]
  const common = defaultSettings.kubernetesVersion
  const versions: PackedVersions = { versions: [...releases.keys()], verified: newestVerified }
  const assets = new Map<string, unknown>([
    ['structure.json', packStructure(releases)],
    [
      'commonStructure.json',
      packStructure(new Map([[common, commonDefinitions(releases.get(common) ?? new Map())]])),
    ],
    ['versions.json', versions],
  ])
  for (const [group, docs] of packDocs(releases)) assets.set(`docs/${group}.json`, docs)
  const groups = groupBy(custom.kinds, ({ apiVersion }) => groupOf(apiVersion))
  for (const group of groups.keys()) {
    assets.set(`custom/${group}.json`, packCustomGroup(group, custom))
    const docs = packCustomDocs(group, custom)
    if (docs.texts.length > 0) assets.set(`custom-docs/${group}.json`, docs)
  }
  const kinds = [...sortByKey(groups)].map(([group, own]) => [
    group,
    kindsInGroup(group, own).map(({ version, kind }) => `${version}/${kind}`),
  ])
  assets.set('groups.json', Object.fromEntries(kinds))
  return { assets, errors }
}
