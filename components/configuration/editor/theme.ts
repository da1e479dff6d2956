import { HighlightStyle } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Weight tells a key from its value; colour is kept for what is wrong. */
export const HIGHLIGHTS = HighlightStyle.define([
  { tag: tags.definition(tags.variableName), color: 'var(--text)', fontWeight: '550' },
  { tag: tags.quote, color: 'var(--text-2)' },
  { tag: tags.comment, color: 'var(--text-3)' },
])

const BOX = {
  border: '1px solid var(--line-control)',
  borderRadius: '6px',
  backgroundColor: 'var(--surface)',
  color: 'var(--text)',
}

/** Shapes differ where colours cannot be told apart: as the state icons do. */
const OCTAGON = 'polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%)'
const DIAMOND = 'polygon(50% 0, 100% 50%, 50% 100%, 0 50%)'

export const EDITOR_THEME = EditorView.theme({
  '&': { backgroundColor: 'var(--surface)', color: 'var(--text)', fontSize: 'var(--editor-size, 13px)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    lineHeight: 'var(--editor-line, 20px)',
    fontVariantLigatures: 'none',
  },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 12px 0 6px', overflowWrap: 'anywhere' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--text-3)',
    border: 'none',
    fontSize: '12px',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 4px 0 10px' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--hover)' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--bad-solid)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', borderBottom: '2px dotted var(--warn-solid)' },
  '.cm-gutter-lint': { width: '16px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-lint-marker': { width: '14px', height: '14px', marginTop: '3px' },
  '.cm-lint-marker-error': { content: 'none', backgroundColor: 'var(--bad)', clipPath: OCTAGON },
  '.cm-lint-marker-warning': { content: 'none', backgroundColor: 'var(--warn)', clipPath: DIAMOND },
  '.cm-tooltip': { ...BOX, maxWidth: 'min(480px, calc(100vw - 32px))', fontSize: '12px', lineHeight: '16px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxHeight: '15em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '4px 8px',
    lineHeight: '18px',
    display: 'flex',
    gap: '12px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--hover)',
    color: 'var(--text)',
    boxShadow: 'inset 2px 0 0 var(--accent)',
  },
  '.cm-completionLabel': { flex: '1' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--text-3)', marginLeft: '0' },
  '.cm-completionInfo': { ...BOX, padding: '0', width: 'min(420px, calc(100vw - 32px))', maxWidth: 'none' },
  '.cm-tooltip-section:not(:first-child)': { borderTop: '1px solid var(--line)' },
  '.cm-diagnostic': { padding: '6px 10px', borderLeft: 'none', fontFamily: 'var(--font-sans)' },
  '.cm-diagnostic-error': { color: 'var(--bad)' },
  '.cm-diagnostic-warning': { color: 'var(--warn)' },
  '.cm-about': { padding: '8px 12px', fontFamily: 'var(--font-sans)', maxHeight: '280px', overflowY: 'auto' },
  '.cm-about-facts': { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '2px 12px' },
  '.cm-about-facts dt': { color: 'var(--text-3)' },
  '.cm-about-facts dd': { overflowWrap: 'anywhere' },
  '.cm-about-doc': { marginTop: '8px', color: 'var(--text-2)', overflowWrap: 'anywhere' },
})

/** As high as what is typed, within bounds; beyond them it scrolls by itself. */
export const EDITING_SIZE = EditorView.theme({
  '&': { maxHeight: '60dvh' },
  '.cm-scroller': { overflow: 'auto' },
  '.cm-content, .cm-gutter': { minHeight: '224px' },
})
