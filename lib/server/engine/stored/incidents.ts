import { INCIDENT_KINDS, type Incident } from '@/lib/domain/incident'
import { z } from 'zod'
import type { Incident as IncidentRow, Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'

export const readIncident = (row: IncidentRow): Incident => ({
  kind: z.enum(INCIDENT_KINDS).parse(row.kind),
  nodeId: row.nodeId,
  zoneId: row.zoneId,
  detectedAt: row.detectedAt.getTime(),
  reason: row.reason,
  endedAt: row.endedAt?.getTime() ?? null,
})

/** Those that last, after these began or ended. */
export const withIncidents = (
  lasting: readonly Incident[],
  changes: readonly Incident[],
): readonly Incident[] => [
  ...lasting.filter((incident) => !changes.some((change) => isSame(change, incident))),
  ...changes.filter(({ endedAt }) => endedAt === null),
]

const isSame = (one: Incident, other: Incident): boolean =>
  one.nodeId === other.nodeId && one.zoneId === other.zoneId

export const incidentStatements = (
  database: Database,
  clusterId: string,
  changes: readonly Incident[],
): Prisma.PrismaPromise<unknown>[] =>
  changes.map(({ detectedAt, endedAt, ...incident }) =>
    endedAt === null
      ? database.incident.create({
          data: { ...incident, clusterId, detectedAt: new Date(detectedAt) },
        })
      : database.incident.updateMany({
          where: { clusterId, nodeId: incident.nodeId, zoneId: incident.zoneId, endedAt: null },
          data: { endedAt: new Date(endedAt) },
        }),
  )
