import { EditorView } from '@codemirror/view'

/** Gone is struck through, new is underlined: the two are told apart without colour too. */
export const DIFFERENCE_THEME = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--sunken)' },
  '&:not(.cm-merge-a) .cm-changedLine, .cm-insertedLine': {
    backgroundColor: 'var(--accent-tint)',
  },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText, .cm-deletedText': {
    background: 'none',
    textDecoration: 'line-through',
  },
  '&:not(.cm-merge-a) .cm-changedText': {
    background: 'none',
    borderBottom: '1px solid var(--accent)',
  },
  '.cm-deletedChunk': { paddingLeft: '6px' },
  '.cm-changeGutter': { width: '3px' },
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': { backgroundColor: 'var(--line-control)' },
  '&:not(.cm-merge-a) .cm-changedLineGutter': { backgroundColor: 'var(--accent)' },
})
