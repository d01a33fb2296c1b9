import { expect, test } from 'vitest'
import { checks } from '../checks'
import { mends } from '../checks/fixes'
import { evaluate } from '../engine/report/evaluate'
import { defaultSettings } from '../engine/model/settings'
import { examples } from '../examples'
import { catalog } from '../schemas'
import { withoutProposals } from './withoutProposals'

const library = { checks, mends, schemas: catalog }
const text = `${examples[0]?.text}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {mode: on}\n`
const whole = evaluate(text, defaultSettings, library)
const lean = withoutProposals(whole)

test('of the proposals only the safety of the first is left, and all else is as it was', () => {
  expect(lean.findings.map(({ mendable }) => mendable)).toEqual(
    whole.findings.map(({ proposals }) => proposals?.[0]?.safety),
  )
  expect(new Set(lean.findings.map(({ mendable }) => mendable))).toEqual(new Set(['safe', 'review']))
  expect(lean.findings.map((finding) => ({ ...finding, mendable: undefined }))).toEqual(
    whole.findings.map((finding) => ({ ...finding, proposals: undefined, unfixable: undefined })),
  )
  expect({ ...lean, findings: [] }).toEqual({ ...whole, findings: [] })
})
