import { expect, test } from 'vitest'
import { scheduleProblem } from './cronSchedule'
import { timeZoneProblem } from './timeZone'

test.each([
  '0 0 * * *',
  '*/15 0-23/2 1,15 JAN-mar sun',
  '? ? ? ? ?',
  '5/10 * * * *',
  '0 0 30 2 *',
  '*/61 * * * *',
  '0\t0 * * *',
  ' 0 0 * * * ',
  ', * * * *',
  '@daily',
  '@every 1h30m',
])('“%s” is a schedule', (schedule) => expect(scheduleProblem(schedule)).toBeUndefined())

test.each([
  '',
  '* * * *',
  '0 0 * * * *',
  '60 * * * *',
  '0 24 * * *',
  '0 0 0 * *',
  '0 0 * 13 *',
  '0 0 * * 7',
  '5-1 * * * *',
  '*/0 * * * *',
  '*/ * * * *',
  '1-2-3 * * * *',
  '1/2/3 * * * *',
  '-1 * * * *',
  '0 0 L * *',
  '0 0 * * monday',
  '@reboot',
  '@Daily',
  '@every day',
])('“%s” is no schedule', (schedule) => expect(scheduleProblem(schedule)).toBeTypeOf('string'))

test.each(['UTC', 'Etc/UTC', 'Europe/Paris', 'EST5EDT', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])(
  '%s is a time zone',
  (name) => expect(timeZoneProblem(name)).toBeUndefined(),
)

test.each([
  '',
  'Local',
  'local',
  'PST',
  'Europe/Pariss',
  'europe/paris',
  'Europe/paris',
  '+02:00',
  '../UTC',
  ' UTC',
])('“%s” is no time zone', (name) => expect(timeZoneProblem(name)).toBeTypeOf('string'))
