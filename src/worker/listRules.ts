import { checks } from '../checks'
import { ruleFacts } from '../engine/report/ruleFacts'
import { sources } from '../rules/sources'
import { exampleTextOf } from '../formats/exampleTexts'
import { reportOf } from './passes'
import type { ListedRule } from './protocol'

/** Every rule with its facts; checks with what they report about their own example. */
export const listRules = (): readonly ListedRule[] => {
  const messages = new Map(checks.map(({ id }) => [id, messagesOf(id)]))
  return ruleFacts(sources).map((facts) => ({ ...facts, messages: messages.get(facts.id) ?? [] }))
}

const messagesOf = (check: string): readonly string[] =>
  reportOf(check, exampleTextOf(check) ?? '')
    .findings.filter(({ rule }) => rule === check)
    .map(({ message }) => message)
