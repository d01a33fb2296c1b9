// Before Monaco, which reads it when it is loaded.
import './monacoEnvironment'
import { loader } from '@monaco-editor/react'
import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/gotoLine/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/links/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/quickCommand/register'
import 'monaco-editor/features/suggest/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
// The feature above does not include the widget and its keys.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices'
import { IStorageService } from 'monaco-editor/platform/storage/common/storage'
// JSON is highlighted as YAML, so Monaco's JSON worker (128 kB) is not needed.
import 'monaco-editor/languages/definitions/yaml/register'

// Without this the React wrapper loads Monaco from a CDN.
loader.config({ monaco })

// Shows the documentation of suggestions until somebody closes it. Monaco has no option for that.
StandaloneServices.get(IStorageService).store('expandSuggestionDocs', true, 0, 0)

export { monaco }
