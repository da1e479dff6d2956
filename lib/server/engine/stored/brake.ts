import { z } from 'zod'
import type { Brake } from '@/lib/domain/plan/world'
import type { Database } from '../../db'

const brakeSchema = z.object({ before: z.number().nullable(), since: z.number().default(0) })

export const readBrake = (text: string | null): Brake | null =>
  text === null ? null : brakeSchema.parse(JSON.parse(text))

/** Before producers are slowed, and when nothing of that is left. */
export const brakeStatement = (database: Database, id: string, brake: Brake | null) =>
  database.cluster.update({ where: { id }, data: { brake: brake === null ? null : JSON.stringify(brake) } })
