import { z } from 'zod'
import type { OpenMove } from '@/lib/domain/plan/partitions/move-news'
import type { OperationMove } from '@/generated/prisma/client'

type Row = Pick<OperationMove, 'partition' | 'before' | 'after'>

/** A move as it is stored. */
export const readMove = ({ partition, before, after }: Row): OpenMove => ({
  id: partition,
  before: replicasSchema.parse(JSON.parse(before)),
  after: replicasSchema.parse(JSON.parse(after)),
})

const replicasSchema = z.array(z.number())
