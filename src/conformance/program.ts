import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupBy } from '../engine/model/groupBy'

/** What is compared of the program’s JSON; `report.schema.json` describes all of it. */
export type ProgramReport = {
  readonly objects: readonly {
    readonly kind: string
    readonly apiVersion: string
    readonly namespace: string
    readonly name: string
    readonly isSupportedKind: boolean
    readonly validity: { readonly status: string }
    readonly admission?: string
    readonly verdicts: readonly ProgramVerdict[]
  }[]
  readonly findings: readonly {
    readonly id: string
    readonly rule: string
    readonly severity: string
    readonly message: string
    readonly subject?: string
    readonly ignored?: string
    readonly place: { readonly from: number; readonly to: number }
  }[]
  readonly score?: { readonly value: number }
}

type ProgramVerdict = {
  readonly check: string
  readonly grade: number
  readonly skipped?: string
  readonly findings: readonly string[]
  readonly notes: readonly { readonly subject?: string }[]
}

/**
 * The reports of the program on some texts, each in a file and a set of its own, from one call. `program`: the path of the
 * built file.
 */
export function programReports(
  program: string,
  texts: readonly string[],
  flags: readonly string[],
): readonly ProgramReport[] {
  const folder = mkdtempSync(join(tmpdir(), 'program-'))
  try {
    const names = texts.map((text, index) => {
      const name = `${index}.yaml`
      writeFileSync(join(folder, name), text)
      return name
    })
    const asked = ['--separate', '--output=json', '--no-fixes', '--no-settings', '--report-only']
    const answer = execFileSync(process.execPath, [program, 'check', ...asked, ...flags, ...names], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return answer
      .trimEnd()
      .split('\n')
      .map((line): ProgramReport => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** `[check, grade, skipped, comment paths]` of each object, as kube-score’s own results are recorded. */
export const checkRows = ({ objects, findings }: ProgramReport) => {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  const rowOf = ({ check, grade, skipped, findings: found, notes }: ProgramVerdict) => {
    const said = [...found.map((id) => byId.get(id)), ...notes].flatMap((one) => one?.subject ?? [])
    return [check, grade, skipped === undefined ? 0 : 1, skipped === undefined ? said : ['']] as const
  }
  const supported = objects.filter(({ isSupportedKind }) => isSupportedKind)
  const byKey = groupBy(supported, ({ kind, apiVersion, namespace, name }) =>
    [kind, apiVersion, namespace, name].join('/'),
  )
  return Object.fromEntries(
    [...byKey].map(([key, copies]) => [key, copies.flatMap(({ verdicts }) => verdicts.map(rowOf))]),
  )
}
