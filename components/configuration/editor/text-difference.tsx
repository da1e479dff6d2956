import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { PROPERTY_LANGUAGE } from './extensions'
import { DIFFERENCE_THEME } from './difference-theme'

type NamedText = { name: string; text: string }
type TextDifferenceProps = { from: NamedText; to: NamedText; label: string }

const WIDE = '(min-width: 760px)'

/** Two texts line by line: side by side, and one below the other on a phone. */
export function TextDifference({ from, to, label }: TextDifferenceProps) {
  const box = useRef<HTMLDivElement>(null)
  const { name: fromName, text: fromText } = from
  const { name: toName, text: toText } = to
  useEffect(() => {
    const parent = box.current
    if (parent === null) return
    const wide = globalThis.matchMedia(WIDE)
    const names = { from: fromName, to: toName }
    let shown = show(parent, { from: fromText, to: toText }, names, wide.matches)
    const turn = () => {
      shown.destroy()
      shown = show(parent, { from: fromText, to: toText }, names, wide.matches)
    }
    wide.addEventListener('change', turn)
    return () => {
      wide.removeEventListener('change', turn)
      shown.destroy()
    }
  }, [fromName, fromText, toName, toText])
  return (
    <div
      ref={box}
      role="group"
      aria-label={label}
      className="min-w-0 overflow-hidden rounded-4 border border-line"
    />
  )
}

const reading = (name: string): Extension => [
  PROPERTY_LANGUAGE,
  DIFFERENCE_THEME,
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ 'aria-label': name }),
]

type Pair = { from: string; to: string }

function show(parent: HTMLElement, { from, to }: Pair, names: Pair, isWide: boolean) {
  if (isWide) {
    return new MergeView({
      parent,
      a: { doc: from, extensions: reading(names.from) },
      b: { doc: to, extensions: reading(names.to) },
    })
  }
  return new EditorView({
    parent,
    doc: to,
    extensions: [reading(names.to), unifiedMergeView({ original: from, mergeControls: false, gutter: true })],
  })
}
