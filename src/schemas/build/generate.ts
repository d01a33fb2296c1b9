import { verifiedVersion } from '../customGroup'
import { builtInTypes } from './builtInTypes'
import { faultsIn } from './check'
import { compose } from './compose'
import { customApi } from './customApi'
import { customFaultsIn } from './customCheck'
import { packGroupDocs } from './customDocs'
import { kindsOf, packGroup } from './customPack'
import { packDocs } from './docsPack'
import { pack } from './pack'
import type { AllSources } from './sources'

/** What the page loads, by path; and what is wrong with it, in sentences. */
export type Generated = {
  readonly assets: ReadonlyMap<string, unknown>
  readonly faults: readonly string[]
}

/** All assets but the licences from what was read. */
export const generate = ({ api, packages, foundation }: AllSources): Generated => {
  const releases = compose(api)
  const types = builtInTypes(releases.get(verifiedVersion) ?? new Map())
  const custom = customApi(packages, foundation, types)
  const faults = [...faultsIn(releases), ...customFaultsIn(custom, types)]
  const assets = new Map<string, unknown>([['structure.json', pack(releases)]])
  for (const [group, docs] of packDocs(releases)) assets.set(`docs/${group}.json`, docs)
  const groups = new Map<string, readonly string[]>()
  for (const group of new Set(custom.kinds.map(({ apiVersion }) => apiVersion.split('/')[0] ?? ''))) {
    groups.set(
      group,
      kindsOf(group, custom.kinds).map(({ version, kind }) => `${version}/${kind}`),
    )
    assets.set(`custom/${group}.json`, packGroup(group, custom))
    const docs = packGroupDocs(group, custom)
    if (docs.texts.length > 0) assets.set(`custom-docs/${group}.json`, docs)
  }
  assets.set('groups.json', Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1))))
  return { assets, faults }
}
