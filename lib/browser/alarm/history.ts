import { z } from 'zod'
import { ALARM_STATES, type AlarmState } from '@/lib/domain/alarm/alarm'
import type { Span } from '../metrics/time-range'
import type { HistoryItem } from './wire'

/** One thing that happened to an alarm, read from CloudWatch’s history. */
export type AlarmEvent = { id: string; at: number } & (
  | { is: 'state'; from: AlarmState; to: AlarmState; reason: string }
  | { is: 'configured'; did: 'Create' | 'Update' | 'Delete' }
  | { is: 'told'; webhook: string; error: string | null }
  | { is: 'other'; text: string }
)

const state = z.object({ stateValue: z.enum(ALARM_STATES), stateReason: z.string() })
const stateSchema = z.object({ oldState: state, newState: state })
const configuredSchema = z.object({ type: z.enum(['Create', 'Update', 'Delete']) })
const actionSchema = z.object({ notificationResource: z.string(), error: z.string().optional() })

export const alarmEvents = (items: readonly HistoryItem[]): readonly AlarmEvent[] =>
  items.map((item, place) => ({
    id: `${item.Timestamp} ${items.length - place}`,
    at: item.Timestamp * 1000,
    ...read(item),
  }))

function read({ HistoryItemType, HistoryData, HistorySummary }: HistoryItem) {
  const data = parsed(HistoryData)
  const other = { is: 'other', text: HistorySummary } as const
  switch (HistoryItemType) {
    case 'StateUpdate': {
      const { success, data: change } = stateSchema.safeParse(data)
      if (!success) return other
      const { oldState, newState } = change
      return {
        is: 'state',
        from: oldState.stateValue,
        to: newState.stateValue,
        reason: newState.stateReason,
      } as const
    }
    case 'ConfigurationUpdate': {
      const change = configuredSchema.safeParse(data)
      return change.success ? ({ is: 'configured', did: change.data.type } as const) : other
    }
    case 'Action': {
      const action = actionSchema.safeParse(data)
      if (!action.success) return other
      const { notificationResource, error = null } = action.data
      return { is: 'told', webhook: webhookName(notificationResource), error } as const
    }
  }
}

/** Webhooks are named by an ARN that ends in their name. */
export const webhookName = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** When an alarm rang, within a window: by its changes, newest first, and the state it is in now. */
export function ringingSpans(
  events: readonly AlarmEvent[],
  now: { state: AlarmState; since: number },
  { from, to }: Span,
): readonly Span[] {
  const spans: Span[] = []
  // The moment at which the state that is looked at was left.
  let end = to
  let isKnown = false
  for (const event of events) {
    if (event.is !== 'state') continue
    if (event.to === 'ALARM') spans.push({ from: event.at, to: end })
    end = event.at
    isKnown = true
    if (event.at < from) break
  }
  if (!isKnown && now.state === 'ALARM') spans.push({ from: now.since, to })
  const oldest = events.findLast((event) => event.is === 'state')
  // Its history is kept for a time only: before the first change that is kept it was in the state it left.
  if (oldest?.is === 'state' && oldest.from === 'ALARM' && oldest.at > from)
    spans.push({ from, to: oldest.at })
  return spans
    .map((span) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
    .filter((span) => span.to > span.from)
    .toReversed()
}
