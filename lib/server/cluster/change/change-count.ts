import { brokerCountProblem, heldProblem, leavingBrokers, removalProblem } from '@/lib/domain/broker-count'
import { CANARY_TOPIC } from '@/lib/domain/canary'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { NO_OPEN_MONITORING } from '@/lib/domain/open-monitoring'
import { isKnown, type PartitionSeen } from '@/lib/domain/plan/world'
import { proposeRebalance } from '@/lib/domain/rebalance/propose-rebalance'
import { topicOf } from '@/lib/domain/plan/partitions/partition-id'
import { whyNotDrain } from '@/lib/domain/rebalance/why-not-drain'
import type { StoredCluster } from '../../engine/stored/stored-cluster'
import { database, runtime } from '../../process'
import { layOut } from '../create/layout'
import { findPlaces } from '../create/places'
import { promisedResources } from '../create/promised'
import { NoPlaceLeft } from '../create/refusal'
import { fits, resourcesOf } from '../create/resources'
import type { SubnetBlock } from '../create/subnets'
import { clusterBehaviour } from './cluster-behaviour'
import type { Changed } from './changed'
import { lookAtPlacement } from './look-at-placement'
import type { Standing } from './standing'

type Row = { arn: string; name: string; region: string }
const FIELD = 'targetNumberOfBrokerNodes'

/**
 * As on MSK more brokers come empty, and those that go have to be empty, but for Mosaik's own topic, which is moved
 * for them. In an assisted cluster partitions move onto the new ones by themselves, and off those that go.
 */
export async function changeCount(
  row: Row,
  standing: Standing,
  source: ClusterSpecification,
  target: number,
): Promise<Changed> {
  const isAssisted = (await clusterBehaviour(row.arn)) === 'ASSISTED'
  const problem =
    brokerCountProblem(source, target) ??
    (target < source.brokerCount && !isAssisted ? removalProblem(source, target) : null)
  if (problem !== null) return refused(source, problem)
  const specification = { ...source, brokerCount: target }
  const changed =
    target > source.brokerCount
      ? await grow(row, standing.stored, source, specification)
      : isAssisted
        ? { refusals: [], specification, drains: true }
        : await shrink(standing, source, specification)
  if (!isAssisted || changed.refusals.length > 0) return changed
  return { ...changed, ...(await level(standing, changed)) }
}

/** What lies where afterwards: on all brokers alike, none of it on those that go. */
async function level(standing: Standing, { specification, added = [] }: Changed): Promise<Partial<Changed>> {
  const { brokerCount, volumeSizeGiB } = specification
  const question = await lookAtPlacement(standing, brokerCount, added)
  if ('problem' in question) return refused(standing.stored.specification, question.problem)
  const problem = whyNotDrain({ ...question, volumeBytes: volumeSizeGiB * GIB })
  if (problem !== null) return refused(standing.stored.specification, problem)
  return { proposal: proposeRebalance(question) }
}

const GIB = 1024 ** 3

const refused = (specification: ClusterSpecification, message: string): Changed => ({
  refusals: [{ field: FIELD, message }],
  specification,
})

async function grow(
  row: Row,
  stored: StoredCluster,
  source: ClusterSpecification,
  specification: ClusterSpecification,
): Promise<Changed> {
  const there = new Set(stored.nodes.map(({ nodeId }) => nodeId))
  const nodes = layOut(specification, await subnetsOf(row.region, source)).filter(
    ({ nodeId }) => !there.has(nodeId),
  )
  const stillLeaving = stored.nodes.find(
    ({ nodeId, role }) => role === 'broker' && nodeId > source.brokerCount,
  )
  if (stillLeaving) {
    const { nodeId } = stillLeaving
    return refused(source, `Broker ${nodeId} of before is not gone yet. Wait until it is, and try again.`)
  }
  const isBlock = stored.nodes.some(({ place }) => place.portBase > 0)
  const placed = await findPlaces(
    { region: row.region, clusterName: row.name },
    { access: source.access, ports: isBlock ? 'BLOCK' : 'MSK' },
    { nodes, openMonitoring: source.openMonitoring ?? NO_OPEN_MONITORING },
  ).catch((error: unknown) => {
    if (error instanceof NoPlaceLeft) return { nodes: [], refusals: [error.refusal] }
    throw error
  })
  const needed = resourcesOf(
    specification,
    nodes.map(({ role }) => role),
  )
  const who = `The ${nodes.length} new brokers need`
  const room = fits(needed, await runtime().host(), await promisedResources(), who)
  const refusals = [...placed.refusals, ...room]
  return {
    refusals: refusals.map(({ message }) => ({ field: FIELD, message })),
    specification,
    added: placed.nodes,
  }
}

async function subnetsOf(region: string, { zones }: ClusterSpecification): Promise<SubnetBlock[]> {
  const subnets = await database().subnet.findMany({ where: { region } })
  return zones.flatMap((zone) => {
    const subnet = subnets.find(({ id }) => id === zone.subnetId)
    return subnet ? [{ ...zone, cidr: subnet.cidr }] : []
  })
}

async function shrink(
  { look }: Standing,
  source: ClusterSpecification,
  specification: ClusterSpecification,
): Promise<Changed> {
  const { partitions } = (await look()).kafka
  if (!isKnown(partitions)) {
    return refused(
      source,
      `What the brokers hold is not known at the moment: ${partitions.unknown}. Try again.`,
    )
  }
  const leaving = leavingBrokers(source.brokerCount, specification.brokerCount)
  const problem = heldProblem(heldBy(partitions.value, leaving))
  return problem === null ? { refusals: [], specification } : refused(source, problem)
}

/** Replicas on these brokers, but for those of Mosaik's own topic. */
const heldBy = (partitions: Readonly<Record<string, PartitionSeen>>, brokers: readonly number[]) =>
  Object.entries(partitions).flatMap(([id, { replicas }]) => {
    const topic = topicOf(id)
    if (topic === CANARY_TOPIC) return []
    return replicas.filter((broker) => brokers.includes(broker)).map((broker) => ({ broker, topic }))
  })
