import { createFixer } from '../../engine/fixes/fixer'
import { completionsAt } from '../../engine/language/completions'
import { hoverAt } from '../../engine/language/hover'
import { defaultSettings as settings } from '../../engine/model/settings'
import { relatedObjects } from '../../engine/objects/related/relatedObjects'
import { catalog } from '../../schemas'
import { newEngine } from '../targets/newEngine'

/** Something the page does with a text, whose cost may grow with it. */
export type Operation = {
  readonly name: string
  /** Everything that is not measured; what it returns is. Each call starts with an engine that remembers nothing. */
  readonly prepare: (text: string) => Promise<() => unknown>
}

/** The text itself is read for reports; without that, only what looks at one place of it is measured. */
const schemasOfKubernetes = () => newEngine().schemasOf('', settings)

export const operations: readonly Operation[] = [
  {
    name: 'evaluate',
    prepare: async (text) => {
      const engine = newEngine()
      return () => engine.evaluate(text, settings)
    },
  },
  {
    name: 'type a letter',
    prepare: async (text) => {
      const engine = newEngine()
      engine.evaluate(text, settings)
      const middle = text.length >> 1
      const typed = `${text.slice(0, middle)}x${text.slice(middle)}`
      return () => engine.evaluate(typed, settings)
    },
  },
  {
    name: 'what is fixable',
    prepare: async (text) => {
      const engine = newEngine()
      const fixer = await createFixer(engine)
      engine.evaluate(text, settings)
      return () => [...fixer.fixableFindings(text, settings)]
    },
  },
  {
    name: 'fix of one finding',
    prepare: async (text) => {
      const engine = newEngine()
      const fixer = await createFixer(engine)
      const { findings } = engine.evaluate(text, settings)
      const id = findings.find(({ ignored }) => ignored === undefined)?.id
      return () => id !== undefined && fixer.fixesFor(text, id, settings)
    },
  },
  {
    name: 'related objects',
    prepare: async (text) => {
      const { objects } = newEngine().evaluation(text, settings)
      const first = objects[0]
      return () => first && relatedObjects(first, objects)
    },
  },
  {
    name: 'hover',
    prepare: async (text) => {
      const find = schemasOfKubernetes()
      return () => hoverAt(text, text.length >> 1, find, catalog, settings)
    },
  },
  {
    name: 'completion',
    prepare: async (text) => {
      const find = schemasOfKubernetes()
      return () => completionsAt(text, text.length >> 1, find, catalog, settings)
    },
  },
]
