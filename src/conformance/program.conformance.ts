import { describe, expect, test } from 'vitest'
import { builtProgram } from '../cli/testing/builtProgram'
import { groupBy } from '../engine/model/groupBy'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { customGroupsIn } from '../schemas/customGroupsIn'
import { readers } from '../schemas/reading'
import { kubernetesVersions } from '../schemas/versions'
import adapter from './adapter'
import { strictFlags } from './kubeScore'
import { checkRows, programReports } from './program'
import { probes, randomManifests, realManifests, recorded } from './recordings'

/** A file holds UTF-8, and nothing that is binary. */
const canBeFile = (text: string): boolean => !/\p{Surrogate}/u.test(text) && !text.includes('\0')

const rowsOfEngine = (text: string, flags: readonly string[]) =>
  Object.fromEntries(
    Object.entries(adapter.score(text, flags).objects).map(([key, { checks }]) => [key, checks]),
  )

/** The default of kube-score is a version whose schemas nobody has. */
const withVersion = (flags: readonly string[]): readonly string[] =>
  flags.includes('--kubernetes-version') ? flags : [...flags, '--kubernetes-version', 'v1.30']

/** The program refuses versions that it does not know, and, unlike kube-score, ids that are no checks. */
const areKnown = (flags: readonly string[]): boolean =>
  kubernetesVersions.includes(flags[flags.indexOf('--kubernetes-version') + 1]?.replace('v', '') ?? '') &&
  flags.every((flag) => !flag.includes(' '))

describe.skipIf(!recorded)(
  'the built program says what the engine says, by which all recordings are compared',
  () => {
    test('real manifests: the verdicts of all checks', async () => {
      const texts = realManifests().map(({ text }) => text)
      const reports = programReports(await builtProgram(), texts, strictFlags)
      expect(reports.length).toBe(882 + 176)
      for (const [index, text] of texts.entries())
        expect(reports[index] && checkRows(reports[index])).toEqual(rowsOfEngine(text, strictFlags))
    })

    test('real manifests: all findings with their places, validity, admission and the score', async () => {
      const engine = createEngine({ sources, schemas: catalog, readers })
      const texts = realManifests().map(({ text }) => text)
      // The bundled custom resources are only in the program.
      const native = texts.filter((text) => customGroupsIn(text, catalog).length === 0)
      const reports = programReports(await builtProgram(), native, [])
      expect(native.length).toBeGreaterThan(900)
      for (const [index, text] of native.entries()) {
        const report = engine.evaluate(text, defaultSettings)
        const { findings = [], objects = [], score } = reports[index] ?? {}
        expect(findings.map(({ id, place: { from, to }, message }) => [id, from, to, message])).toEqual(
          report.findings.map(({ id, range: { from, to }, message }) => [id, from, to, message]),
        )
        expect(objects.map(({ validity, admission }) => [validity.status, admission])).toEqual(
          report.objects.map(({ validity, admission }) => [validity.status, admission]),
        )
        expect(score?.value).toBe(report.score?.value)
      }
    })

    test('small manifests, with the flags that were recorded for each', async () => {
      const program = await builtProgram()
      const rows = [...probes(), ...randomManifests()].map(({ input, flags }) => ({
        input,
        flags: withVersion(flags),
      }))
      const readable = rows.filter(({ input, flags }) => canBeFile(input) && areKnown(flags))
      expect(readable.length).toBeGreaterThan(800)
      for (const [, group] of groupBy(readable, ({ flags }) => JSON.stringify(flags))) {
        const [first] = group
        const flags = first?.flags ?? []
        const reports = programReports(
          program,
          group.map(({ input }) => input),
          flags,
        )
        for (const [index, { input }] of group.entries())
          expect(reports[index] && checkRows(reports[index]), input).toEqual(rowsOfEngine(input, flags))
      }
    })
  },
)
