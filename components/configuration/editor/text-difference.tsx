import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { PROPERTY_LANGUAGE } from './extensions'
import { DIFFERENCE_THEME } from './difference-theme'

type TextDifferenceProps = { from: string; to: string; label: string }

const WIDE = '(min-width: 760px)'

/** Two texts line by line: side by side, and one below the other on a phone. */
export function TextDifference({ from, to, label }: TextDifferenceProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const parent = box.current
    if (parent === null) return
    const wide = globalThis.matchMedia(WIDE)
    let shown = show(parent, { from, to }, wide.matches)
    const turn = () => {
      shown.destroy()
      shown = show(parent, { from, to }, wide.matches)
    }
    wide.addEventListener('change', turn)
    return () => {
      wide.removeEventListener('change', turn)
      shown.destroy()
    }
  }, [from, to])
  return (
    <div
      ref={box}
      role="group"
      aria-label={label}
      className="min-w-0 overflow-hidden rounded-4 border border-line"
    />
  )
}

const READING: Extension = [
  PROPERTY_LANGUAGE,
  DIFFERENCE_THEME,
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
]

function show(parent: HTMLElement, { from, to }: { from: string; to: string }, isWide: boolean) {
  if (isWide) {
    return new MergeView({
      parent,
      a: { doc: from, extensions: READING },
      b: { doc: to, extensions: READING },
    })
  }
  return new EditorView({
    parent,
    doc: to,
    extensions: [READING, unifiedMergeView({ original: from, mergeControls: false, gutter: true })],
  })
}
