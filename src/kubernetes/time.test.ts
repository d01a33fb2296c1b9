import { expect, test } from 'vitest'
import { isDate, isTime } from './time'

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['0000-02-29', true],
  ['2024-04-31', false],
  ['2024-00-01', false],
  ['2024-1-1', false],
])('%s is a date: %s', (text, valid) => expect(isDate(text)).toBe(valid))

test.each([
  ['2024-02-29T12:00:00Z', true],
  ['2023-02-29T12:00:00Z', false],
  ['2024-05-01T12:00:00.5+02:00', true],
  ['2024-05-01T12:00:00,5Z', true],
  ['2024-05-01t12:00:00Z', false],
  ['2024-05-01T12:00:60Z', false],
  ['2024-13-01T12:00:00Z', false],
  ['2024-05-01', false],
])('%s is a time: %s', (text, valid) => expect(isTime(text)).toBe(valid))
