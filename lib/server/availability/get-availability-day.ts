import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import {
  DAY_MS,
  HOUR_MINUTES,
  minuteOf,
  minuteState,
  type Direction,
} from '@/lib/domain/availability/minutes'
import type { Verb } from '../http/context'
import { database } from '../process'

export const getAvailabilityDay: Verb<typeof consoleEndpoints.getAvailabilityDay> = async ({
  input: { clusterId, day },
}) => {
  const from = Date.parse(`${day}T00:00:00Z`)
  const rows = await database().availabilityHour.findMany({
    where: { clusterId, at: { gte: new Date(from), lt: new Date(from + DAY_MS) } },
    orderBy: { at: 'asc' },
  })
  return {
    hours: rows.map(({ at, minutes }) => ({
      at: at.toISOString(),
      write: statesOf(minutes, 'write'),
      read: statesOf(minutes, 'read'),
    })),
  }
}

const statesOf = (hour: Uint8Array, direction: Direction) =>
  Array.from({ length: HOUR_MINUTES }, (_, minute) => minuteState(minuteOf(hour, minute)[direction]))
