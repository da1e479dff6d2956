import { z } from 'zod'
import type { DrillDetail, DrillSummary } from '@/lib/contract/console/drills'
import { canaryReceiptSchema } from '@/lib/domain/canary-receipt'
import { drillRecordSchema } from '@/lib/domain/drill/record'
import { findingSchema } from '@/lib/domain/drill/verdict'
import type { Drill } from '@/generated/prisma/client'

export function drillSummary(drill: Drill): DrillSummary {
  const { id, kind, state, targets, options } = drillRecordSchema.parse(JSON.parse(drill.record))
  return {
    id,
    kind,
    state,
    targets,
    ...options,
    actor: drill.actor,
    startedAt: drill.startedAt.toISOString(),
    endedAt: drill.endedAt?.toISOString() ?? null,
  }
}

export function drillDetail(drill: Drill, cluster: { id: string; name: string }): DrillDetail {
  const { receipt, verdict } = drill
  return {
    ...drillSummary(drill),
    clusterId: cluster.id,
    clusterName: cluster.name,
    record: drillRecordSchema.parse(JSON.parse(drill.record)),
    receipt: receipt === null ? null : canaryReceiptSchema.parse(JSON.parse(receipt)),
    verdict: verdict === null ? null : z.array(findingSchema).parse(JSON.parse(verdict)),
  }
}
