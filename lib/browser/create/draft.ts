import { z } from 'zod'
import { createValuesSchema, type CreateValues, subnetsOf } from './values'

/**
 * What was typed outlives a reload, in this tab and until the cluster is created: two tabs are two forms. What an
 * older page kept in another form is left aside.
 */
const KEY = 'mosaik-create-cluster'
const draftSchema = z.object({ region: z.string(), values: createValuesSchema })

export const readDraft = (region: string): CreateValues | null =>
  draftIn(globalThis.sessionStorage.getItem(KEY), region)

export function draftIn(text: string | null, region: string): CreateValues | null {
  const draft = draftSchema.safeParse(parsed(text)).data
  if (draft === undefined) return null
  return draft.region === region ? draft.values : { ...draft.values, ...subnetsOf(region) }
}

export const keepDraft = (region: string, values: CreateValues): void =>
  globalThis.sessionStorage.setItem(KEY, JSON.stringify({ region, values }))

export const dropDraft = (): void => globalThis.sessionStorage.removeItem(KEY)

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
