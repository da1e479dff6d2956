import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { properties } from '@codemirror/legacy-modes/mode/properties'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from '@codemirror/view'
import { completeSettings } from './completion'
import { aboutElement } from './about-element'
import type { EditorWords } from './editor-words'
import { EDITING_SIZE, EDITOR_THEME, HIGHLIGHTS } from './theme'

/** The language with its looks, for reading. */
export const PROPERTY_LANGUAGE: Extension = [
  StreamLanguage.define(properties),
  syntaxHighlighting(HIGHLIGHTS),
  EDITOR_THEME,
  EditorView.lineWrapping,
  lineNumbers(),
]

/** Tab is not bound: it leaves the text, as it leaves every field. Caret and selection are the browser's own, with a phone's handles. */
export const PROPERTY_EDITING: Extension = [
  PROPERTY_LANGUAGE,
  history(),
  highlightActiveLine(),
  lintGutter(),
  EDITING_SIZE,
  keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
]

export const ofReader = (words: EditorWords): Extension => [
  EditorView.contentAttributes.of({
    'aria-label': words.label,
    // A phone's keyboard must not "correct" the names of settings.
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
  }),
  EditorState.phrases.of({ Completions: words.completions, 'Control character': words.control }),
  autocompletion({ override: [completeSettings(words)], icons: false, maxRenderedOptions: 60 }),
  hoverTooltip((view, position) => {
    const line = view.state.doc.lineAt(position)
    const [, indent = '', key = ''] = /^(\s*)([\w.-]+)/.exec(line.text) ?? []
    const from = line.from + indent.length
    const about = position <= from + key.length ? words.about(key) : null
    if (about === null) return null
    return { pos: from, end: from + key.length, above: true, create: () => ({ dom: aboutElement(about) }) }
  }),
]
