import type { ClusterSpecification } from '@/lib/domain/cluster'
import { growthProblem } from '@/lib/domain/storage'
import { runtime } from '../../process'
import type { ClusterWithStatus } from '../../status/read-cluster-status'
import { changeAccess } from './change-access'
import { changeCount } from './change-count'
import { changeMonitoring } from './change-monitoring'
import { changePlacement, changeReplication } from './change-placement'
import { changeType } from './change-type'
import { changeRelease, changeRevision } from './change-version'
import type { Changed } from './changed'
import type { Wishes } from './wishes'

/**
 * All that is wished for as one change, asked by the plan and by the verb that does it. What is refused stays as it
 * is, so that the rest can still be shown.
 */
export async function wantedChange(
  row: ClusterWithStatus,
  source: ClusterSpecification,
  wishes: Wishes,
): Promise<Required<Changed>> {
  const { revision, kafkaVersion, instanceType, brokerCount, volumeSizeGiB, access } = wishes
  const { monitoring, rebalance, replication } = wishes
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
  if (brokerCount !== undefined) asks.push(async (before) => changeCount(row, before, brokerCount))
  // Who comes to have more or fewer brokers has partitions moved as that asks for, if at all.
  if (rebalance === true && brokerCount === undefined)
    asks.push(async (before) => changePlacement(row, before))
  if (replication !== undefined) asks.push(async (before) => changeReplication(row, before, replication))
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

async function changeVolume(source: ClusterSpecification, toGiB: number): Promise<Changed> {
  const { volumeSizeGiB: fromGiB, brokerCount: brokers } = source
  const message = growthProblem({ fromGiB, toGiB, brokers }, await runtime().host())
  return message === null
    ? { refusals: [], specification: { ...source, volumeSizeGiB: toGiB } }
    : { refusals: [{ field: 'volumeSizeGB', message }], specification: source }
}
