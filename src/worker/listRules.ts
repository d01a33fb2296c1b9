import { checks } from '../checks'
import type { Check } from '../engine/findings/check'
import { checklistOf } from '../engine/findings/source'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { ruleFacts } from '../engine/report/ruleFacts'
import { sources } from '../rules/sources'
import { exampleTextOf } from './exampleTexts'
import type { ListedRule } from './protocol'

/** Every rule with its facts; checks with what they report about their own example. */
export const listRules = (): readonly ListedRule[] => {
  const messages = new Map(
    checks.map((check) => [check.id, messagesAbout(check, exampleTextOf(check.id) ?? '')]),
  )
  return ruleFacts(sources).map((facts) => ({ ...facts, messages: messages.get(facts.id) ?? [] }))
}

/** What a check alone reports about a text. */
const messagesAbout = (check: Check, text: string): readonly string[] => {
  const engine = createEngine({ sources: [checklistOf('checks', 'Checks', [check])] })
  const { findings } = engine.evaluate(text, { ...defaultSettings, enabledChecks: [check.id] })
  return findings.filter(({ rule }) => rule === check.id).map(({ message }) => message)
}
