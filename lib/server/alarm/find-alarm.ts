import type { Alarm } from '@/generated/prisma/client'
import { CloudWatchError } from '../http/cloudwatch/cloudwatch-error'
import { database } from '../process'

export async function findAlarm(region: string, name: string): Promise<Alarm> {
  const alarm = await database().alarm.findUnique({ where: { region_name: { region, name } } })
  if (!alarm) throw new CloudWatchError('ResourceNotFound', `Unknown alarm: ${name}.`)
  return alarm
}
