import type { Completion, Completions } from '../engine/language/completions'
import { ask } from '../store/ask'
import { store } from '../store/store'
import { hoverText } from './hoverText'
import { monaco } from './monaco'
import { rangeIn } from './monacoHandle'

type Model = monaco.editor.ITextModel

const { CompletionItemInsertTextRule: InsertRule, CompletionItemKind, CompletionItemTag } = monaco.languages

/** Shows the documentation of fields on hover, and completes fields and values. Returns how to stop. */
export function provideLanguage(own: Model): () => void {
  const providers = [
    monaco.languages.registerHoverProvider('yaml', hoverProvider(own)),
    monaco.languages.registerCompletionItemProvider('yaml', completionProvider(own)),
  ]
  return () => providers.forEach((provider) => provider.dispose())
}

const hoverProvider = (own: Model): monaco.languages.HoverProvider => ({
  provideHover: async (model, position, token) => {
    if (model !== own) return undefined
    const { settings } = store.getState()
    const version = model.getVersionId()
    const hover = await ask({
      about: 'hover',
      text: model.getValue(),
      offset: model.getOffsetAt(position),
      settings,
    })
    const isOutdated = token.isCancellationRequested || model.isDisposed() || model.getVersionId() !== version
    if (!hover || isOutdated) return undefined
    return {
      range: rangeIn(model, hover.range),
      contents: [{ value: hoverText(hover, settings.kubernetesVersion) }],
    }
  },
})

const completionProvider = (own: Model): monaco.languages.CompletionItemProvider => ({
  // These begin a value: `type: `, `- `, `"type": "`. Letters trigger suggestions anyway.
  triggerCharacters: [' ', ':', '"'],
  provideCompletionItems: async (model, position, _context, token) => {
    if (model !== own) return undefined
    const text = model.getValue()
    const offset = model.getOffsetAt(position)
    const { settings } = store.getState()
    const completions = await ask({ about: 'completion', text, offset, settings })
    if (!completions || token.isCancellationRequested) return undefined
    const { from, to } = completions.range
    // More may have been typed since; Monaco expects ranges around the position that it asked about, on one line.
    const replaced = monaco.Range.fromPositions(
      position.delta(0, from - offset),
      position.delta(0, to - offset),
    )
    return { suggestions: suggestionsOf(completions, replaced, text.charAt(from)) }
  },
})

/** Monaco compares what is typed with the filter text, including an opening quote. */
const suggestionsOf = (
  { items }: Completions,
  range: monaco.Range,
  opening: string,
): monaco.languages.CompletionItem[] =>
  items.map((item, index) => ({
    label: { label: item.label, description: besideLabel(item) },
    kind: kinds[item.completes],
    ...(item.description !== undefined && { documentation: item.description }),
    ...(item.deprecated && { tags: [CompletionItemTag.Deprecated] }),
    filterText: /["']/.test(opening) ? opening + item.label : item.label,
    sortText: String(index).padStart(6, '0'),
    ...insertion(item),
    range,
    ...(item.suggestsNext && { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } }),
  }))

const kinds: Readonly<Record<Completion['completes'], monaco.languages.CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  kind: CompletionItemKind.Class,
}

const besideLabel = ({ detail, required }: Completion): string =>
  [detail, required && 'required'].filter(Boolean).join(' · ')

/** The engine has already indented the text. Only a snippet can leave the cursor in the middle of it. */
function insertion({
  insert,
  cursor,
}: Completion): Pick<monaco.languages.CompletionItem, 'insertText' | 'insertTextRules'> {
  if (cursor === undefined) return { insertText: insert, insertTextRules: InsertRule.KeepWhitespace }
  return {
    insertText: `${literal(insert.slice(0, cursor))}$0${literal(insert.slice(cursor))}`,
    insertTextRules: InsertRule.KeepWhitespace | InsertRule.InsertAsSnippet,
  }
}

const literal = (text: string): string => text.replace(/[\\$}]/g, String.raw`\$&`)
