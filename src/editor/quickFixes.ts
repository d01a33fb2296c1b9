import type { Fix } from '../engine/fixes/fixer'
import { ask } from '../store/ask'
import { store } from '../store/store'
import { monaco } from './monaco'
import { findingsToFix } from './findingsToFix'
import { rangeIn } from './monacoHandle'
import type { Finding } from '../engine/model/finding'

type Model = monaco.editor.ITextModel

/**
 * Offers the verified fixes of what is wrong at the cursor as the editor's own quick fixes, and the annotations that ignore it.
 * Returns how to stop.
 */
export function provideQuickFixes(own: Model): () => void {
  const provider = monaco.languages.registerCodeActionProvider('yaml', {
    provideCodeActions: async (model, range, _context, token) => {
      const { report, reportText, settings } = store.getState()
      const text = model.getValue()
      if (model !== own || text !== reportText) return undefined
      const here = findingsToFix(report?.findings ?? [], {
        from: model.getOffsetAt(monaco.Range.getStartPosition(range)),
        to: model.getOffsetAt(monaco.Range.getEndPosition(range)),
      })
      const answers = await Promise.all(
        here.map((finding) => ask({ about: 'fixes', text, finding: finding.id, settings })),
      )
      if (token.isCancellationRequested || model.getValue() !== text) return undefined
      const actions = here.flatMap((finding, index) => {
        const { offered = [], ignore } = answers[index] ?? {}
        return [...offered, ...(ignore ? [ignore] : [])].map((fix) => actionOf(model, finding, fix))
      })
      return { actions, dispose: () => undefined }
    },
  })
  return () => provider.dispose()
}

const actionOf = (model: Model, finding: Finding, fix: Fix): monaco.languages.CodeAction => ({
  title: fix.safety === 'safe' ? fix.title : `${fix.title} (${fix.safety}, ${fix.effect})`,
  kind: 'quickfix',
  isPreferred: fix.safety === 'safe',
  diagnostics: monaco.editor
    .getModelMarkers({ resource: model.uri })
    .filter(({ message, code }) => message === finding.message && code === finding.rule),
  edit: {
    edits: fix.edits.map(({ from, to, insert }) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: { range: rangeIn(model, { from, to }), text: insert },
    })),
  },
})
