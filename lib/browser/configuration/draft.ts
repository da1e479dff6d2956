import { z } from 'zod'

/**
 * What was typed outlives a reload, in this tab and until it is saved: two tabs are two texts. Each configuration has
 * a draft of its own, and so has the one that is not made yet.
 */
const draftSchema = z.object({
  name: z.string(),
  description: z.string(),
  kafkaVersions: z.array(z.string()),
  text: z.string(),
  /** The revision it was begun from; 0 for one that is not made yet. */
  from: z.number().int(),
})
export type ConfigurationDraft = z.infer<typeof draftSchema>

/** The ARN, or the region for a new one. */
const keyOf = (of: string): string => `mosaik-configuration ${of}`

export function readDraft(of: string): ConfigurationDraft | null {
  const text = globalThis.sessionStorage.getItem(keyOf(of))
  try {
    return text === null ? null : (draftSchema.safeParse(JSON.parse(text)).data ?? null)
  } catch {
    return null
  }
}

/** A text that is too long for the browser's store is not kept; it is far too long to be saved as well. */
export function keepDraft(of: string, draft: ConfigurationDraft): void {
  try {
    globalThis.sessionStorage.setItem(keyOf(of), JSON.stringify(draft))
  } catch {
    dropDraft(of)
  }
}

export const dropDraft = (of: string): void => globalThis.sessionStorage.removeItem(keyOf(of))
