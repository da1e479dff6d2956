import { PropertiesEditor } from 'properties-file/editor'

/**
 * The text with one setting changed, added at its end, or (null) taken out. Every other line stays as it was written,
 * comments too: what is said above a setting is rarely about that setting alone.
 */
export function withSetting(text: string, key: string, value: string | null): string {
  const editor = new PropertiesEditor(text)
  if (value === null) {
    for (const { key: each } of editor.getProperties()) {
      if (each === key) editor.delete(key, { deleteLeadingNodes: false })
    }
  } else if (!editor.update(key, { newValue: value })) {
    const before = text === '' || text.endsWith('\n') ? text : `${text}\n`
    return `${before}${key}=${value}\n`
  }
  return editor.format()
}

/** The text with the key of one line spelled otherwise. */
export function withKeyAt(text: string, line: number, key: string, spelled: string): string {
  // Kept apart from their breaks, which come back as they were.
  const parts = text.split(/(\r\n|\r|\n)/)
  const place = (line - 1) * 2
  return parts.map((part, at) => (at === place ? part.replace(key, () => spelled) : part)).join('')
}
