import type { CauseView } from '@/lib/contract/console/availability'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { daysOf, figureOf, within, type KeptMinute, type Window } from '@/lib/domain/availability/figures'
import { DAY_MS, HOUR_MS, type Direction } from '@/lib/domain/availability/minutes'
import { causesOf, outagesOf, type Span } from '@/lib/domain/availability/outages'
import { systemClock } from '../clock'
import { readIncident } from '../engine/stored/incidents'
import { notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { drillSummary } from '../drill/drill-view'
import { database } from '../process'
import { keptMinutes } from './kept-minutes'
import { operationSummary } from '../operation/view/operation-summary'

/** Five weeks, so that a month and the week before it are on one page. */
const DAYS = 35
const OUTAGES_MAX = 100

type Cause = Span & { cause: CauseView }

export const getAvailability: Verb<typeof consoleEndpoints.getAvailability> = async ({
  input: { clusterId },
}) => {
  const db = database()
  const cluster = await db.cluster.findUnique({
    where: { id: clusterId },
    select: { measuresAvailability: true },
  })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const now = systemClock.now()
  const rows = await db.availabilityHour.findMany({
    where: { clusterId, at: { gt: new Date(now - DAYS * DAY_MS - HOUR_MS) } },
    orderBy: { at: 'asc' },
  })
  const minutes = keptMinutes(rows)
  const outages = outagesOf(within(minutes, 'month', now)).slice(0, OUTAGES_MAX)
  const oldest = outages.at(-1)
  const causes = oldest === undefined ? [] : await spansSince(clusterId, new Date(oldest.from - HOUR_MS))
  return {
    isOn: cluster.measuresAvailability,
    lastAt: isoTime(minutes.at(-1)?.at ?? null),
    figures: { write: figuresOf(minutes, 'write', now), read: figuresOf(minutes, 'read', now) },
    days: [...daysOf(minutes, now, DAYS)],
    outages: outages.map(({ from, until, write, read }) => ({
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
      write,
      read,
      causes: causesOf({ from, until }, causes).map(({ cause }) => cause),
    })),
  }
}

const figuresOf = (minutes: readonly KeptMinute[], direction: Direction, now: number) => {
  const figure = (window: Window) => figureOf(within(minutes, window, now), direction)
  return { day: figure('day'), week: figure('week'), month: figure('month') }
}

const isoTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** What went wrong, what was changed and what was drilled, if it had not ended before. */
async function spansSince(clusterId: string, since: Date): Promise<readonly Cause[]> {
  const db = database()
  const where = { clusterId, OR: [{ endedAt: null }, { endedAt: { gt: since } }] }
  const [incidents, operations, drills] = await Promise.all([
    db.incident.findMany({ where }),
    db.operation.findMany({ where }),
    db.drill.findMany({ where }),
  ])
  return [
    ...incidents.map((row): Cause => {
      const { kind, nodeId, zoneId, detectedAt, endedAt } = readIncident(row)
      return {
        from: detectedAt,
        until: endedAt,
        cause: { is: 'incident', id: String(row.id), kind, nodeId, zoneId },
      }
    }),
    ...operations.map((row): Cause => ({
      from: row.createdAt.getTime(),
      until: row.endedAt?.getTime() ?? null,
      cause: { is: 'operation', id: row.id, name: operationSummary({ ...row, rows: [] }).name },
    })),
    ...drills.map((row): Cause => ({
      from: row.startedAt.getTime(),
      until: row.endedAt?.getTime() ?? null,
      cause: { is: 'drill', id: row.id, kind: drillSummary(row).kind },
    })),
  ]
}
