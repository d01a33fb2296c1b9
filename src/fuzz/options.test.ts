import { expect, test } from 'vitest'
import { help, readOptions } from './options'
import { targets } from './targets'

const defaults = {
  seconds: 60,
  seed: 9,
  only: [],
  measuresGrowth: true,
  triesInputs: true,
  replay: undefined,
}

const rows: readonly (readonly [args: string, options: unknown])[] = [
  ['', defaults],
  ['--seconds 5 --seed 3', { ...defaults, seconds: 5, seed: 3 }],
  ['--only hover,fixes --no-growth', { ...defaults, only: ['hover', 'fixes'], measuresGrowth: false }],
  ['--growth', { ...defaults, triesInputs: false }],
  ['--replay a.json', { ...defaults, replay: 'a.json' }],
  ['--help', help],
  ['--seconds', '--seconds needs a value.'],
  ['--seconds x', '--seconds x is not an option. See --help.'],
  ['--fast', '--fast is not an option. See --help.'],
]

test.each(rows)('%s', (args, options) => {
  expect(readOptions(args.split(' ').filter(Boolean), 9)).toEqual(options)
})

test('the help lists every target', () => {
  for (const { name, about } of targets) expect(help).toContain(`${name.padEnd(20)}${about}`)
})
