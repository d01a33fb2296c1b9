import { checks } from '../checks'
import { settings, type Setting } from '../engine/model/settingList'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { catalog } from '../schemas'
import { generatedSchema } from './grammar'
import { mutate } from './mutations/mutate'
import { oddKeys } from './mutations/oddities'
import type { Random } from './random'

/** Settings of which a few differ from the defaults; half of the time the defaults. */
export function randomSettings(random: Random): Settings {
  if (random.oneIn(2)) return defaultSettings
  const changed = settings
    .filter(() => random.oneIn(4))
    .map(({ key, control }) => [key, randomValue(control, random)] as const)
  return { ...defaultSettings, ...Object.fromEntries(changed) }
}

const kindNames = ['Deployment', 'apps/v1/Deployment', 'Thing', 'v1/Pod', 'List', ...oddKeys]

const randomValue = (control: Setting['control'], random: Random): unknown => {
  switch (control.type) {
    case 'switch':
      return random.oneIn(2)
    case 'number':
      return random.pick([0, 1, 2, 3, 2 ** 31])
    case 'kubernetesVersion':
      return random.pick(catalog.versions)
    case 'kinds':
      return [random.pick(kindNames), random.pick(kindNames)]
    case 'checks':
      return checks.filter(() => random.oneIn(5)).map(({ id }) => id)
    case 'schemaFiles':
      return [randomSchemaFile(random)]
  }
}

const randomSchemaFile = (random: Random): Settings['schemaFiles'][number] => {
  const text = generatedSchema(random)
  return {
    name: random.pick([
      'thing_v1.json',
      'thing-example-v1.json',
      'deployment-apps-v1.json',
      'x',
      '__proto__.json',
    ]),
    text: random.oneIn(3) ? mutate(text, random, [text]) : text,
  }
}
