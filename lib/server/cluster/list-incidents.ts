import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { INCIDENTS_MAX } from '@/lib/contract/console/incidents'
import { readIncident } from '../engine/stored/incidents'
import type { Verb } from '../http/context'
import { database } from '../process'

/** Newest first. */
export const listIncidents: Verb<typeof consoleEndpoints.listIncidents> = async ({
  input: { clusterId },
}) => {
  const rows = await database().incident.findMany({
    where: { clusterId },
    orderBy: { id: 'desc' },
    take: INCIDENTS_MAX,
  })
  return {
    incidents: rows.map((row) => {
      const { detectedAt, endedAt, ...incident } = readIncident(row)
      return {
        ...incident,
        id: row.id,
        detectedAt: new Date(detectedAt).toISOString(),
        endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
      }
    }),
  }
}
