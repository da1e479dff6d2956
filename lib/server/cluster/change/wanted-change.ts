import type { ClusterSpecification } from '@/lib/domain/cluster'
import { growthProblem } from '@/lib/domain/storage'
import { runtime } from '../../process'
import type { ClusterWithStatus } from '../../status/read-cluster-status'
import { changeAccess } from './change-access'
import { changeCount } from './change-count'
import { changeMonitoring } from './change-monitoring'
import { changePlacement } from './change-placement'
import { changeType } from './change-type'
import { changeRelease, changeRevision } from './change-version'
import type { Changed } from './changed'
import type { Standing } from './standing'
import type { Wishes } from './wishes'

/**
 * All that is wished for as one change, asked by the plan and by the verb that does it. What is refused stays as it
 * is, so that the rest can still be shown.
 */
export async function wantedChange(
  row: ClusterWithStatus,
  standing: Standing,
  wishes: Wishes,
): Promise<Required<Changed>> {
  const source = standing.stored.specification
  const { revision, kafkaVersion, instanceType, brokerCount, volumeSizeGiB } = wishes
  const { access, monitoring, placement } = wishes
  const asks: ((before: ClusterSpecification) => Promise<Changed>)[] = []
  if (kafkaVersion !== undefined) {
    asks.push(async (before) => changeRelease(row.region, before, kafkaVersion, revision ?? undefined))
  } else if (revision !== undefined) {
    asks.push(async (before) => changeRevision(row.region, before, revision))
  }
  if (instanceType !== undefined) asks.push(async (before) => changeType(row, before, instanceType))
  if (volumeSizeGiB !== undefined) asks.push(async (before) => changeVolume(before, volumeSizeGiB))
  if (monitoring !== undefined) asks.push(async (before) => changeMonitoring(before, monitoring))
  if (access !== undefined) asks.push(async (before) => changeAccess(row, before, access))
  if (brokerCount !== undefined) asks.push(async (before) => changeCount(row, standing, before, brokerCount))
  if (placement !== undefined && brokerCount === undefined) {
    asks.push(async (before) => changePlacement(standing, before, placement))
  } else if (placement !== undefined) asks.push(async (before) => notBoth(before))
  let wanted: Required<Changed> = {
    refusals: [],
    specification: source,
    changes: [],
    added: [],
    opened: [],
    proposal: null,
    drains: false,
  }
  for (const ask of asks) {
    const changed = await ask(wanted.specification)
    wanted = { ...wanted, ...changed, refusals: [...wanted.refusals, ...changed.refusals] }
  }
  return wanted
}

/** More or fewer brokers have partitions moved as that asks for, if at all. */
const notBoth = (specification: ClusterSpecification): Changed => ({
  refusals: [
    {
      field: 'placement',
      message:
        'Brokers that come or go have partitions moved for them. Change their number first, then where partitions lie.',
    },
  ],
  specification,
})

async function changeVolume(source: ClusterSpecification, toGiB: number): Promise<Changed> {
  const { volumeSizeGiB: fromGiB, brokerCount: brokers } = source
  const message = growthProblem({ fromGiB, toGiB, brokers }, await runtime().host())
  return message === null
    ? { refusals: [], specification: { ...source, volumeSizeGiB: toGiB } }
    : { refusals: [{ field: 'volumeSizeGB', message }], specification: source }
}
