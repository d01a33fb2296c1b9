import { ask } from '../../store/ask'
import { docsOf } from '../../formats/ruleDocs'
import { withPage, type GalleryRule } from './galleryRule'

/** All rules with their pages. Rejects when the worker does not answer. */
export const loadGallery = async (): Promise<readonly GalleryRule[]> => {
  const rules = await ask({ about: 'rules' })
  if (!rules) throw new Error('The worker did not answer.')
  return rules.map((rule) => withPage(rule, docsOf(rule.id) ?? ''))
}
