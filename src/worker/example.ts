import { defaultSettings } from '../engine/model/settings'
import { exampleTextOf } from '../formats/exampleTexts'
import { workedExample, type Example } from '../formats/workedExample'
import { completeEngineFor, fixerFor } from './engines'

/** The example of a rule, worked out by the engine. Undefined where there is none. */
export const exampleOf = async (rule: string): Promise<Example | undefined> => {
  const text = exampleTextOf(rule)
  if (text === undefined) return undefined
  const { engine } = await completeEngineFor(text, defaultSettings)
  return workedExample(rule, text, engine, await fixerFor(engine))
}
