import { store } from '../store/store'
import { monaco } from './monaco'
import './forcedColours.css'

export const themeName = 'playground'

/** Monaco's names for what the page's own tokens (views/theme.css) colour. */
const colours: Readonly<Record<string, string>> = {
  // Brackets by depth, which Monaco would else paint in three colours.
  'editorBracketHighlight.foreground1': 'muted',
  'editorBracketHighlight.foreground2': 'muted',
  'editorBracketHighlight.foreground3': 'muted',
  'editorBracketHighlight.unexpectedBracket.foreground': 'muted',
  'diffEditor.diagonalFill': 'hairline',
  'diffEditor.insertedLineBackground': 'added',
  'diffEditor.insertedTextBackground': 'added',
  'diffEditor.removedLineBackground': 'removed',
  'diffEditor.removedTextBackground': 'removed',
  'diffEditor.unchangedCodeBackground': 'ground',
  'diffEditor.unchangedRegionBackground': 'panel',
  'diffEditor.unchangedRegionForeground': 'muted',
  'editor.background': 'ground',
  'editor.foreground': 'text',
  'editor.lineHighlightBackground': 'panel',
  'editor.selectionBackground': 'selection',
  'editor.inactiveSelectionBackground': 'selection',
  'editor.findMatchBackground': 'found',
  'editor.findMatchHighlightBackground': 'found',
  'editorBracketMatch.background': 'selection',
  'editorBracketMatch.border': 'line',
  'editorCursor.foreground': 'text',
  'editorError.foreground': 'critical',
  'editorWarning.foreground': 'warning',
  'editorInfo.foreground': 'advice',
  'editorHoverWidget.background': 'panel',
  'editorHoverWidget.border': 'line',
  'editorHoverWidget.foreground': 'text',
  'editorIndentGuide.background1': 'hairline',
  'editorIndentGuide.activeBackground1': 'line',
  'editorLineNumber.foreground': 'muted',
  'editorLineNumber.activeForeground': 'text',
  'editorLineNumber.dimmedForeground': 'muted',
  'editorLink.activeForeground': 'accent',
  'editorMarkerNavigation.background': 'panel',
  'editorMarkerNavigationError.background': 'critical',
  'editorMarkerNavigationWarning.background': 'warning',
  'editorMarkerNavigationInfo.background': 'advice',
  'editorOverviewRuler.errorForeground': 'critical',
  'editorOverviewRuler.warningForeground': 'warning',
  'editorOverviewRuler.infoForeground': 'advice',
  'editorSuggestWidget.background': 'panel',
  'editorSuggestWidget.border': 'line',
  'editorSuggestWidget.foreground': 'text',
  'editorSuggestWidget.focusHighlightForeground': 'accent',
  'editorSuggestWidget.highlightForeground': 'accent',
  'editorSuggestWidget.selectedBackground': 'hover',
  'editorSuggestWidget.selectedForeground': 'text',
  'editorSuggestWidget.selectedIconForeground': 'text',
  'editorSuggestWidgetStatus.foreground': 'muted',
  'editorWidget.background': 'panel',
  'editorWidget.border': 'line',
  'editorWidget.foreground': 'text',
  focusBorder: 'accent',
  foreground: 'text',
  'input.background': 'ground',
  'input.foreground': 'text',
  'list.hoverBackground': 'hover',
  'menu.background': 'panel',
  'menu.foreground': 'text',
  'menu.selectionBackground': 'hover',
  'menu.selectionForeground': 'text',
  'quickInput.background': 'panel',
  'quickInput.foreground': 'text',
  'quickInputList.focusBackground': 'hover',
  'quickInputList.focusForeground': 'text',
  'scrollbarSlider.background': 'slider',
  'scrollbarSlider.hoverBackground': 'slider',
  'scrollbarSlider.activeBackground': 'slider',
  'menu.border': 'line',
  'menu.separatorBackground': 'hairline',
  'symbolIcon.classForeground': 'code-key',
  'symbolIcon.enumeratorMemberForeground': 'code-value',
  'symbolIcon.propertyForeground': 'muted',
  'textCodeBlock.background': 'hover',
  'textLink.activeForeground': 'accent',
  'textLink.foreground': 'accent',
  'widget.shadow': 'shade',
}

const rules: Readonly<Record<string, string>> = {
  '': 'text',
  comment: 'code-comment',
  keyword: 'code-value',
  number: 'code-value',
  operators: 'muted',
  delimiter: 'muted',
  string: 'code-string',
  tag: 'code-value',
  type: 'code-key',
}

/** Only where the system forces its few colours: borders instead of shades, and text on what is selected. */
const forcedColours: Readonly<Record<string, string>> = {
  contrastActiveBorder: 'accent',
  contrastBorder: 'line',
  'diffEditor.insertedTextBorder': 'line',
  'diffEditor.removedTextBorder': 'line',
  'editor.selectionForeground': 'selected',
  'editor.inactiveSelectionBackground': 'selection',
  'editor.findMatchBorder': 'accent',
  'editor.lineHighlightBorder': 'ground',
  'editorSuggestWidget.selectedBackground': 'selection',
  'editorSuggestWidget.selectedForeground': 'selected',
  'editorSuggestWidget.focusHighlightForeground': 'selected',
  'list.hoverBackground': 'selection',
  'list.hoverForeground': 'selected',
  'menu.selectionBackground': 'selection',
  'menu.selectionForeground': 'selected',
  'quickInputList.focusBackground': 'selection',
  'quickInputList.focusForeground': 'selected',
}

/**
 * Keeps Monaco in the colours of the page, also where the system forces its own: what Monaco would choose by itself then
 * lacks the colours of our tokens, and it throws. Returns how to stop.
 */
export const followTheme = (): (() => void) => {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const forced = matchMedia('(forced-colors: active)')
  const apply = (): void => {
    const { theme } = store.getState()
    const isDark = theme === 'dark' || (theme === 'system' && system.matches)
    const read = tokenReader()
    const named = forced.matches ? { ...colours, ...forcedColours } : colours
    const resolved = Object.entries(named).map(([name, token]) => [name, read.colour(token)] as const)
    monaco.editor.defineTheme(themeName, {
      base: bases[forced.matches ? 'forced' : 'free'][isDark ? 'dark' : 'light'],
      inherit: false,
      colors: Object.fromEntries(resolved),
      rules: Object.entries(rules).map(([token, name]) => ({
        token,
        foreground: read.colour(name).slice(1),
      })),
    })
    read.done()
    monaco.editor.setTheme(themeName)
  }
  const stop = store.subscribe((state, before) => {
    if (state.theme !== before.theme) apply()
  })
  system.addEventListener('change', apply)
  forced.addEventListener('change', apply)
  apply()
  return () => {
    stop()
    system.removeEventListener('change', apply)
    forced.removeEventListener('change', apply)
  }
}

const bases = {
  free: { light: 'vs', dark: 'vs-dark' },
  forced: { light: 'hc-light', dark: 'hc-black' },
} as const

/** A token may be `light-dark(…)`: only an element that uses it has the resulting colour. */
const tokenReader = (): { readonly colour: (token: string) => string; readonly done: () => void } => {
  const probe = document.createElement('span')
  probe.style.forcedColorAdjust = 'none'
  document.body.append(probe)
  const style = getComputedStyle(probe)
  return {
    colour: (token) => {
      probe.style.color = `var(--${token})`
      const [red = 0, green = 0, blue = 0, alpha = 1] = (style.color.match(/[\d.]+/g) ?? []).map(Number)
      return `#${[red, green, blue, Math.round(alpha * 255)].map(hexadecimal).join('')}`
    },
    done: () => probe.remove(),
  }
}

const hexadecimal = (value: number): string => value.toString(16).padStart(2, '0')
