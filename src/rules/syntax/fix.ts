import type { FindProblemRemedy } from '../../engine/findings/source'
import type { Proposal } from '../../engine/findings/remedy'
import { indentationFixes } from './indentationFixes'
import { removeDirectives, removeDuplicate, removeForbidden } from './textFixes'

/** Works out remedies for what reading texts reports. Several findings of one document have the same indentation. */
export function problemRemedies(): FindProblemRemedy {
  let last: { readonly text: string; readonly fixes: readonly Proposal[] } | undefined
  return (finding, text) => {
    switch (finding.rule) {
      case 'yaml-syntax':
      case 'indentation':
        if (last?.text !== text) last = { text, fixes: indentationFixes(text) }
        return { fixes: last.fixes }
      case 'forbidden-character':
        return { fixes: removeForbidden(text) }
      case 'yaml-directive':
        return { fixes: removeDirectives(text) }
      case 'duplicate-key':
        return { fixes: removeDuplicate(finding, text) }
      default:
        return {}
    }
  }
}
