import { expect, test } from 'vitest'
import { planEdits } from '../planEdits'
import type { Path } from '../../model/path'
import type { Json } from '../../model/json'
import type { Change, EditRefusal } from '../../model/change'

export const set = (path: Path, value: Json): Change => ({ kind: 'set', path, value })
export const remove = (...path: Path): Change => ({ kind: 'remove', path })
export const rename = (path: Path, key: string): Change => ({ kind: 'rename', path, key })
export const append = (path: Path, value: Json): Change => ({ kind: 'append', path, value })

export type Row = [name: string, text: string, changes: Change[], expected: string | EditRefusal]

/** Tests of the whole text after changes, or of the reason why they are refused. */
export const expectPlans = (rows: Row[]) =>
  test.each(rows)('%s', (_, text, changes, expected) => {
    const plan = planEdits(text, changes)
    expect('refused' in plan ? plan : plan.text).toEqual(expected)
  })
