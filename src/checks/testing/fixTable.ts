import { describe, expect, it } from 'vitest'
import { evaluate } from '../../engine/report/evaluate'
import { fixesOf } from '../../engine/fixes/fixes'
import { defaultSettings } from '../../engine/model/settings'
import { checks } from '../index'
import { mends } from '../fixes'
import { pathText } from '../../engine/model/path'

/**
 * What it is about, the manifest, and each proposal in a line: `safe Set it: set spec.a = 1; add {kind: Service}`, or
 * `unfixable` with the reason.
 */
export type Row = readonly [what: string, text: string, ...proposals: string[]]

/** Tests of what a check proposes for its first finding, and that each proposal can be made and mends it. */
export function fixTable(id: string, rows: readonly Row[]) {
  describe(id, () => {
    it.each(rows.map(([what, text, ...proposals]) => ({ what, text, proposals })))(
      '$what',
      ({ text, proposals }) => expect(proposalsOf(id, text)).toEqual(proposals),
    )
  })
}

function proposalsOf(id: string, text: string): readonly string[] {
  const only = checks.filter((check) => check.id === id)
  const settings = { ...defaultSettings, enabledChecks: [id] }
  const { findings, objects } = evaluate(text, settings, { checks: only, mends })
  const finding = findings.find(({ check }) => check === id)
  const { object: judged, proposals = [], unfixable } = finding ?? {}
  expect(fixesOf(text, finding?.id ?? '', settings, { checks: only, mends }).refused).toEqual([])
  if (unfixable !== undefined) return [`unfixable: ${unfixable}`]
  return proposals.map(({ title, safety, note, changes, adds }) => {
    expect(note === undefined).toBe(safety === 'safe')
    const changed = changes.map(({ object, ...change }) => {
      const { kind, name } = objects.find((other) => other.id === object) ?? {}
      const owner = object === judged ? '' : `${kind} ${name}: `
      const value = 'value' in change ? ` = ${shown(change.value)}` : ''
      const key = change.kind === 'rename' ? ` to ${change.key}` : ''
      return `${owner}${change.kind} ${pathText(change.path)}${value}${key}`
    })
    return `${safety} ${title}: ${[...changed, ...adds.map((added) => `add ${shown(added)}`)].join('; ')}`
  })
}

/** Data on one line, with quotes only around texts. */
const shown = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/"([\w./-]+)":/g, '$1: ')
    .replace(/,(?=\S)/g, ', ')

/** A pod template on one line; `spec`: more fields of the pod. */
export const templateOf = (labels: string, spec = '') =>
  `template: {metadata: {labels: {${labels}}}, spec: {containers: [{name: a, image: a:1}]${spec && `, ${spec}`}}}`

/** A workload as a document of its own; `spec` may bring a template along. */
export const workload = (kind: string, spec: string, labels = 'app: web', metadata = 'name: web') => {
  const whole = spec.includes('template:') ? spec : `${spec}${spec && ', '}${templateOf(labels)}`
  return `\n---\n{apiVersion: apps/v1, kind: ${kind}, metadata: {${metadata}}, spec: {${whole}}}`
}

/** A Service as a document of its own. */
export const serviceFor = (labels: string, spec = '') =>
  `\n---\n{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {${labels}}${spec}}}`
