import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { aboutElement } from './about-element'
import type { EditorWords } from './editor-words'

const KEY = /^\s*([\w.-]*)$/
const VALUE = /^\s*([\w.-]+)\s*[=:]\s*(?:.*,\s*)?([\w.]*)$/

/** At the beginning of a line the settings there are; behind the sign the values there are, where they are few. */
export const completeSettings =
  (words: EditorWords) =>
  ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const line = state.doc.lineAt(pos)
    const before = line.text.slice(0, pos - line.from)
    const [, key] = KEY.exec(before) ?? []
    if (key !== undefined) {
      if (key === '' && !explicit) return null
      const rest = line.text.slice(pos - line.from)
      return { from: pos - key.length, options: settingsOf(words, rest), validFor: /^[\w.-]*$/ }
    }
    const [, setting, value] = VALUE.exec(before) ?? []
    if (setting === undefined || value === undefined) return null
    const options = valuesOf(words, setting)
    return options.length === 0 ? null : { from: pos - value.length, options, validFor: /^[\w.]*$/ }
  }

function settingsOf({ settings, about }: EditorWords, rest: string): Completion[] {
  return settings.flatMap((name) => {
    const known = about(name)
    if (known === null) return []
    return [
      {
        label: name,
        detail: known.byDefault,
        info: () => aboutElement(known),
        // One may come back to a line that has its value already.
        apply: /^[\w.-]*\s*[=:]/.test(rest) ? name : `${name}=`,
      },
    ]
  })
}

function valuesOf({ about }: EditorWords, name: string): Completion[] {
  const definition = about(name)?.definition
  const values = definition?.type === 'boolean' ? ['true', 'false'] : (definition?.oneOf ?? [])
  return values.map((label) => ({ label }))
}
