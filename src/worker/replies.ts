import { completionsAt, described } from '../engine/language/completions'
import { hoverAt, type Hover } from '../engine/language/hover'
import { defaultSettings } from '../engine/model/settings'
import { relatedObjects } from '../engine/objects/related/relatedObjects'
import type { Engine } from '../engine/report/engine'
import { versionMatrix } from '../engine/report/versionMatrix'
import { goalsThatHold, refuserOf } from '../lessons/goals'
import type { Refuser } from '../lessons/lesson'
import { catalog } from '../schemas'
import { describe } from './describe'
import { completeEngineFor, engineFor, fixerFor } from './engines'
import { exampleOf } from './example'
import { needsIn } from './needs'
import { passes } from './passes'
// Not loaded later: in a file of its own, it would split the file that the first report waits for.
import { listRules } from './listRules'
import type { Question, Replies } from './protocol'

/** The reply to a question; undefined when there is nothing to say. */
export const replyTo = async (question: Question): Promise<Replies[Question['about']] | undefined> => {
  if (question.about === 'jsonFiles') return (await import('./readJsonFiles')).readJsonFiles(question.files)
  if (question.about === 'passes') return question.texts.map((text) => passes(question.check, text))
  if (question.about === 'refusers') return refusersOf(question.texts)
  if (question.about === 'goals') return goalsReply(question)
  if (question.about === 'example') return (await exampleOf(question.rule)) ?? 'none'
  if (question.about === 'rules') return listRules()
  if (question.about === 'outputs') return (await import('./writeOutput')).offeredOutputs()
  const { text, settings } = question
  if (question.about === 'hover' || question.about === 'completion')
    return aboutPlace(question, (await engineFor(text, settings)).engine)
  const prepared = await completeEngineFor(text, settings)
  const { engine } = prepared
  switch (question.about) {
    case 'versions':
      return versionsOf(question, engine)
    case 'related':
      return relatedTo(question, engine)
    case 'fixes':
      return (await fixerFor(engine)).fixesFor(text, question.finding, settings, question.values)
    case 'ignore':
      return (await fixerFor(engine)).ignoreFor(text, question.findings, settings)
    case 'fixPlan':
      return (await fixerFor(engine)).planFixes(text, question.request, settings)
    case 'report':
      return (await import('./writeOutput')).writeReport(question, prepared)
    case 'output':
      return (await import('./writeOutput')).writeFixed(question, engine)
    case 'secrets': {
      const { findSecrets } = await import('../session/secrets/findSecrets')
      return findSecrets(text, engine.evaluation(text, settings).documents)
    }
  }
}

const versionsOf = (
  { text, object, settings }: Question<'versions'>,
  engine: Engine,
): Replies['versions'] | undefined => {
  const matrix = versionMatrix(engine, text, object, settings)
  return matrix && { ...matrix, needs: needsIn(engine, text, object, settings) }
}

const relatedTo = (
  { text, object, settings }: Question<'related'>,
  engine: Engine,
): Replies['related'] | undefined => {
  const { objects } = engine.evaluation(text, settings)
  const located = objects.find(({ id }) => id === object)
  return located && relatedObjects(located, objects)
}

const refusersOf = async (texts: readonly string[]): Promise<readonly Refuser[]> => {
  const refusers: Refuser[] = []
  // One after the other: what one text needs is loaded only once.
  for (const text of texts) {
    const { engine } = await completeEngineFor(text, defaultSettings)
    refusers.push(refuserOf(engine.preview(text, defaultSettings).report))
  }
  return refusers
}

/** The reader’s own text stays the one that the engine remembers. */
const goalsReply = async ({
  text,
  start,
  settings,
  goals,
}: Question<'goals'>): Promise<readonly boolean[]> => {
  await completeEngineFor(start, settings)
  const { engine } = await completeEngineFor(text, settings)
  return goalsThatHold(goals, {
    settings,
    report: engine.evaluate(text, settings),
    start: engine.preview(start, settings).report,
    reportWith: (other) => engine.preview(text, other).report,
  })
}

const aboutPlace = async (
  question: Question<'hover' | 'completion'>,
  engine: Engine,
): Promise<Replies['hover' | 'completion'] | undefined> => {
  const { text, settings } = question
  const find = engine.schemasOf(text, settings)
  if (question.about === 'hover') {
    const hover = hoverAt(text, question.offset, find, catalog, settings)
    return hover && withDescription(hover, hover.version)
  }
  const completions = completionsAt(text, question.offset, find, catalog, settings)
  if (!completions) return undefined
  const items = completions.items.map(async (item) => {
    const { description } = await withDescription(item, settings.kubernetesVersion)
    return description === undefined ? item : described(item, description)
  })
  return { ...completions, items: await Promise.all(items) }
}

type Describable = Pick<Hover, 'apiVersion' | 'kind' | 'path' | 'description'>

/** Schemas that come with the text contain their descriptions; those of the others are stored separately. */
const withDescription = async <Item extends Describable>(item: Item, version: string): Promise<Item> => {
  if (item.description !== undefined) return item
  const description = await describe(version, item.apiVersion, item.kind, item.path)
  return description === undefined ? item : { ...item, description }
}
