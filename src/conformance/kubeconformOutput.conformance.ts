import { describe, expect, test } from 'vitest'
import { formatById } from '../formats/reportFormats'
import { plainOptions } from '../formats/reporting'
import { reportingOf } from '../formats/testing/reportingOf'
import adapter from './adapter'
import { kubeconformCases, manifestsWithKubeconform, recorded } from './recordings'

const kubernetesVersion = '1.28'

/** Lists whose `items` is no list: kubeconform sees nothing in them, and a cluster refuses them. */
const withoutItems = ['case-300', 'case-301', 'case-302']

/** As far as both have to agree: what can be wrong with it differs. */
type Line = { readonly isFine: boolean; readonly kind: string; readonly name: string }

type Written = { readonly resources: readonly (Omit<Line, 'isFine'> & { readonly status: string })[] }

/** The resources in `--output kubeconform-json`, without those that are empty. */
async function written(text: string): Promise<readonly Line[]> {
  const format = formatById('kubeconform-json')
  if (!format) throw new Error('There is no such format')
  const reporting = await reportingOf([{ name: 'a.yaml', text }], { kubernetesVersion })
  const { resources }: Written = JSON.parse(await format.write(reporting, { ...plainOptions, verbosity: 1 }))
  return resources
    .filter(({ status }) => status !== '')
    .map(({ kind, name, status }) => ({
      isFine: status === 'statusValid' || status === 'statusSkipped',
      ...{ kind, name },
    }))
}

/** The same by schemas alone, which is what is compared with the recordings. */
const judged = (text: string): readonly Line[] =>
  adapter
    .validate(text, { kubernetesVersion, strict: true, flags: ['-ignore-missing-schemas'] })
    .rows.filter(({ status }) => status !== 'empty')
    .map(({ kind, name, status }) => ({ isFine: status === 'valid' || status === 'skipped', kind, name }))

describe.skipIf(!recorded)('the JSON that we write as kubeconform does', () => {
  const inputs = [
    ...kubeconformCases().filter(({ schema }) => schema === undefined),
    ...manifestsWithKubeconform(),
  ]

  test('has the same resources in the same order, and refuses what is refused', async () => {
    const different: string[] = []
    let fine = 0
    for (const { name, text } of inputs) {
      const [ours, theirs] = [await written(text), judged(text)]
      const isSame =
        ours.length === theirs.length &&
        theirs.every(({ isFine, kind, name: own }, index) => {
          const line = ours[index]
          if (!isFine || !line?.isFine) return line?.isFine === false
          fine++
          return line.kind === kind && line.name === own
        })
      if (!isSame) different.push(name)
    }
    expect(different).toEqual(withoutItems)
    expect(fine).toBeGreaterThan(1_000)
    expect(inputs.length).toBeGreaterThan(1_200)
  })
})
