import type { Prisma } from '@/generated/prisma/client'
import type { RecommendedAlarm } from '@/lib/domain/alarm/recommended'
import { database } from '../../process'
import { configured } from '../alarm-history'
import { freshState } from '../put-metric-alarm'
import { alarmArn, storedDefinition } from '../stored-alarm'

type Cluster = { id: string; region: string }

/**
 * Statements that put alarms, two for any number. None of them may be there: one that is stays as its owner wants it,
 * and that one comes in between is told by the unique constraint.
 */
export const storeRecommended = (
  { id, region }: Cluster,
  alarms: readonly RecommendedAlarm[],
  at: Date,
): Prisma.PrismaPromise<unknown>[] => [
  database().alarm.createMany({
    data: alarms.map(({ name, definition }) => ({
      region,
      name,
      arn: alarmArn(region, name),
      clusterId: id,
      ...storedDefinition(definition),
      actionsEnabled: true,
      configuredAt: at,
      ...freshState(at),
    })),
  }),
  configured(
    'created',
    alarms.map(({ name, definition }) => ({ region, alarmName: name, at, alarm: definition })),
  ),
]

export async function alarmNames(region: string): Promise<ReadonlySet<string>> {
  const rows = await database().alarm.findMany({ where: { region }, select: { name: true } })
  return new Set(rows.map(({ name }) => name))
}
