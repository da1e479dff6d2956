import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react'
import type { MarkedLine } from '@/lib/browser/configuration/marked-line'
import { changeBetween } from './change-between'
import type { EditorWords } from './editor-words'
import { ofReader, PROPERTY_EDITING } from './extensions'

/** What the page around may ask of the editor. */
export type EditorHandle = { goTo: (line: number) => void }

type PropertyEditorProps = {
  ref?: Ref<EditorHandle>
  value: string
  onChange: (text: string) => void
  /** What is said beside the lines; the words are the reader's. */
  marks: readonly MarkedLine[]
  words: EditorWords
  describedBy: string
}

/**
 * Java properties as text. The document is the editor's own; `value` is laid over it only where it says something else,
 * as the smallest change, so that the cursor and what can be undone stay.
 */
export function PropertyEditor({ ref, value, onChange, marks, words, describedBy }: PropertyEditorProps) {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const reader = useRef(new Compartment())
  const changed = useEffectEvent(onChange)
  const begin = useEffectEvent((parent: HTMLElement) => {
    const told = EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString())
    })
    const attributes = EditorView.contentAttributes.of({ 'aria-describedby': describedBy })
    return new EditorView({
      parent,
      state: EditorState.create({
        doc: value,
        extensions: [PROPERTY_EDITING, told, attributes, reader.current.of(ofReader(words))],
      }),
    })
  })
  useEffect(() => {
    if (box.current === null) return
    const made = begin(box.current)
    view.current = made
    return () => {
      view.current = null
      made.destroy()
    }
  }, [])
  useEffect(() => {
    view.current?.dispatch({ effects: reader.current.reconfigure(ofReader(words)) })
  }, [words])
  useEffect(() => {
    const change = view.current === null ? null : changeBetween(view.current.state.doc.toString(), value)
    if (change !== null) view.current?.dispatch({ changes: change })
  }, [value])
  useEffect(() => {
    if (view.current === null) return
    const { state } = view.current
    const shown = marks.flatMap(({ line: number, severity, message }) => {
      // The text may have lost the line since it was checked; the next check is on its way.
      if (number > state.doc.lines) return []
      const line = state.doc.line(number)
      const from = line.from + (/^\s*/.exec(line.text)?.[0].length ?? 0)
      return [{ from, to: line.to, severity, message }]
    })
    view.current.dispatch(setDiagnostics(state, shown))
  }, [marks])
  useImperativeHandle(
    ref,
    () => ({
      goTo: (number) => {
        const shown = view.current
        if (shown === null) return
        const line = shown.state.doc.line(Math.min(number, shown.state.doc.lines))
        shown.focus()
        shown.dispatch({
          selection: { anchor: line.to },
          effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
        })
      },
    }),
    [],
  )
  // The editor's own layers would cover an outline of its own. A phone zooms into what is smaller than 16 pixels.
  return (
    <div
      ref={box}
      className="relative min-w-0 max-desk:[--editor-line:24px] max-desk:[--editor-size:16px] after:pointer-events-none after:absolute after:inset-0 after:z-[201] focus-within:after:outline-2 focus-within:after:-outline-offset-2 focus-within:after:outline-accent"
    />
  )
}
