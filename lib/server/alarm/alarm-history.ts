import type { Prisma } from '@/generated/prisma/client'
import type { HistoryType } from '@/lib/contract/cloudwatch/alarms'
import { stamp } from '@/lib/domain/alarm/reason'
import { database } from '../process'

type Item = { region: string; alarmName: string; at: Date }
type Statement = Prisma.PrismaPromise<unknown>

const row = (of: Item, type: HistoryType, summary: string, data: Record<string, unknown>) => ({
  ...of,
  type,
  summary,
  data: JSON.stringify({ version: '1.0', ...data }),
})

const item = (...of: Parameters<typeof row>): Statement =>
  database().alarmHistory.create({ data: row(...of) })

type Configured = Item & { alarm: unknown }

/** One statement for many: a cluster comes and goes with some twenty alarms. */
export const configured = (
  did: 'created' | 'updated' | 'deleted',
  alarms: readonly Configured[],
): Statement => {
  const type = { created: 'Create', updated: 'Update', deleted: 'Delete' }[did]
  const data = alarms.map(({ alarm, ...of }) =>
    row(of, 'ConfigurationUpdate', `Alarm "${of.alarmName}" ${did}`, { type, [`${did}Alarm`]: alarm }),
  )
  return database().alarmHistory.createMany({ data })
}

export type StateData = { state: string; reason: string; reasonData: string | null }

export const stateChanged = (of: Item, from: StateData, to: StateData): Statement =>
  item(of, 'StateUpdate', `Alarm updated from ${from.state} to ${to.state}`, {
    oldState: told(from),
    newState: told(to),
  })

const told = ({ state, reason, reasonData }: StateData) => ({
  stateValue: state,
  stateReason: reason,
  ...(reasonData === null ? {} : { stateReasonData: JSON.parse(reasonData) }),
})

export const acted = (of: Item, action: string, error: string | null): Statement =>
  item(
    of,
    'Action',
    error === null
      ? `Successfully executed action ${action}`
      : `Failed to execute action ${action}. Received error: ${error}`,
    {
      actionState: error === null ? 'Succeeded' : 'Failed',
      notificationResource: action,
      stateUpdateTimestamp: stamp(of.at.getTime()),
      ...(error === null ? {} : { error }),
    },
  )
