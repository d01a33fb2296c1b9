import { completionsAt, described } from '../engine/language/completions'
import { fixesOf, planFixes } from '../engine/fixes/fixes'
import { hoverAt, type Hover } from '../engine/language/hover'
import { findSchemaIn } from '../engine/report/schemasOfText'
import { versionsOf } from '../engine/report/versionMatrix'
import type { Library } from '../engine/report/cache'
import { catalog } from '../schemas'
import { describe } from './describe'
import { libraryFor, loadMends } from './library'
import type { Question, Replies } from './protocol'

/** What there is to say to a question; undefined for nothing. */
export const replyTo = async (question: Question): Promise<Replies[Question['about']] | undefined> => {
  const { text, settings } = question
  if (question.about === 'fixes' || question.about === 'fixPlan') await loadMends()
  const { library } = await libraryFor(text, settings)
  switch (question.about) {
    case 'versions':
      return versionsOf(text, question.object, settings, library)
    case 'fixes':
      return fixesOf(text, question.finding, settings, library)
    case 'fixPlan':
      return planFixes(text, question.request, settings, library)
    case 'overlay':
      return (await import('../formats/overlayBetween')).overlayBetween(text, question.after, question.name)
    case 'hover':
    case 'completion':
      return aboutPlace(question, library)
  }
}

const aboutPlace = async (
  question: Question<'hover' | 'completion'>,
  library: Library,
): Promise<Replies['hover' | 'completion'] | undefined> => {
  const { text, settings } = question
  const find = findSchemaIn(text, settings, library)
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

/** Schemas that come with the text carry their descriptions; those of the others are kept apart. */
const withDescription = async <Item extends Describable>(item: Item, version: string): Promise<Item> => {
  if (item.description !== undefined) return item
  const description = await describe(version, item.apiVersion, item.kind, item.path)
  return description === undefined ? item : { ...item, description }
}
