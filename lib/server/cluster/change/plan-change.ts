import { createHash } from 'node:crypto'
import { CHANGED_FACTS, type ChangePlan } from '@/lib/contract/console/cluster-change'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { leavingBrokers } from '@/lib/domain/broker-count'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { runningSettings } from '@/lib/domain/configuration/configuration-change'
import { preview } from '@/lib/domain/plan/preview'
import { topicsAtRisk } from '@/lib/domain/plan/topics-at-risk'
import { isKnown, type World } from '@/lib/domain/plan/world'
import { copyTimeMs } from '@/lib/domain/rebalance/copy-time'
import { onlyLeads, type RebalanceProposal } from '@/lib/domain/rebalance/proposal'
import { specificationChanges } from '@/lib/domain/specification-changes'
import { systemClock } from '../../clock'
import { namedRevision } from '../../configuration/change/revision-name'
import { strangersTo } from '../../configuration/change/strangers'
import { loadCluster } from '../../engine/stored/stored-cluster'
import { notFound } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { lastRolls } from '../../operation/last-durations'
import { database } from '../../process'
import { clusterStatus, statusInclude } from '../../status/read-cluster-status'
import { COPY_RATE } from '../change-desired'
import { endpointText } from '../place-of'
import { changeCommand, changeTerraform } from './change-texts'
import { changeWorld } from './change-world'
import { releaseChange } from './release-change'
import { readWishes } from './read-wishes'
import { standing } from './standing'
import { wantedChange } from './wanted-change'
import { mayChange, type Wishes } from './wishes'

type Stored = NonNullable<Awaited<ReturnType<typeof loadCluster>>>

/** What a change would do to this cluster, and how, asked of the code that would do it; nothing is stored. */
export const planChange: Verb<typeof consoleEndpoints.planChange> = async ({ input }) => {
  const { clusterId } = input
  const wishes = readWishes(input)
  const [stored, row] = await Promise.all([
    loadCluster(database(), clusterId),
    database().cluster.findUnique({ where: { id: clusterId }, include: statusInclude }),
  ])
  if (!stored || !row) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const source = stored.specification
  const { state } = clusterStatus(row, systemClock.now())
  const permission = mayChange(wishes)({ state, power: source.power })
  const now = standing(stored)
  const wanted = await wantedChange(row, now, wishes)
  const { changes, specification, refusals, added } = wanted
  const [looked, version] = await Promise.all([now.look(), releaseChange(stored, specification, wishes)])
  const world = changeWorld(stored, wanted, looked)
  const { steps, restarts, restartsAgain, risks, canonical } = preview(world)
  const { partitions } = looked.kafka
  return {
    clusterName: row.name,
    clusterArn: row.arn,
    currentVersion: row.currentVersion,
    version,
    from: await namedRevision(source.configurationInfo),
    to: await namedRevision(revisionOf(source, wishes)),
    refusals: [...(permission.may ? [] : [permission.why]), ...refusals.map(({ message }) => message)],
    notNow: permission.may ? null : permission.why,
    facts: factsOf(source, specification),
    added: added.map(({ nodeId, role, subnet, place }) => ({
      nodeId,
      zoneId: subnet.zoneId,
      endpoint: endpointText(role, place),
    })),
    placement: placementOf(wanted.proposal),
    leaving: [...leavingBrokers(source.brokerCount, specification.brokerCount)],
    changes: [...changes],
    strangers: strangersTo(specification, looked.kafka.settings)?.filter(isNotOurs(source)) ?? null,
    steps: steps.map(({ step, undo }) => ({ step, undo })),
    restarts: restartsOf(stored, restarts),
    restartsAgain: restartsOf(stored, restartsAgain),
    hasTrial: restarts.some((node) => isNewKind(world, node)),
    topicsAtRisk:
      restarts.length === 0 ? [] : isKnown(partitions) ? [...topicsAtRisk(partitions.value, restarts)] : null,
    losesQuorum: risks.some(({ is }) => is === 'noQuorumMeanwhile'),
    lastDurationsMs: await lastRolls(restarts, new Date(systemClock.now())),
    command: changeCommand(row, wishes),
    terraform: changeTerraform(row.name, wishes),
    hash: createHash('sha256').update(JSON.stringify({ changes, canonical })).digest('hex').slice(0, 24),
  }
}

const MOVES_SHOWN = 100

function placementOf(proposal: RebalanceProposal | null): ChangePlan['placement'] {
  if (proposal === null || proposal.moves.length === 0) return null
  return {
    partitions: proposal.moves.length,
    leadersOnly: proposal.moves.filter(onlyLeads).length,
    leaderChanges: proposal.leaderChanges,
    bytes: proposal.bytesMoved,
    rate: COPY_RATE,
    copyMs: copyTimeMs(proposal.moves, COPY_RATE),
    brokers: proposal.brokers.map(({ broker, zoneId, before, after }) => ({
      nodeId: broker,
      zoneId: zoneId ?? '',
      before,
      after,
    })),
    zones: proposal.zones.map(({ zoneId, before, after }) => ({ zoneId, before, after })),
    moves: proposal.moves
      .toSorted((a, b) => b.bytes - a.bytes)
      .slice(0, MOVES_SHOWN)
      .map(({ id, from, to, bytes }) => ({ id, from: [...from], to: [...to], bytes })),
  }
}

const revisionOf = ({ configurationInfo }: ClusterSpecification, { revision }: Wishes) =>
  revision === undefined ? configurationInfo : revision

function factsOf(source: ClusterSpecification, target: ClusterSpecification): ChangePlan['facts'] {
  const changes = specificationChanges(source, target)
  return CHANGED_FACTS.flatMap((name) => {
    const fact = changes.find((each) => each.name === name)
    return fact ? [{ name, from: fact.from ?? '', to: fact.to ?? '' }] : []
  })
}

/** Nothing of its kind runs here: it has to prove itself first. */
function isNewKind({ desired, operation, specifications }: World, node: number): boolean {
  const before = specifications[operation?.sourceGeneration ?? -1]?.[node]?.kind
  return desired.nodes.some(({ id, kind }) => id === node && kind !== before)
}

const restartsOf = ({ nodes }: Stored, restarts: readonly number[]): ChangePlan['restarts'] =>
  restarts.flatMap((nodeId) => {
    const node = nodes.find((each) => each.nodeId === nodeId)
    return node ? [{ nodeId, role: node.role, zoneId: node.zoneId }] : []
  })

/** What the present specification told them is no stranger: the change itself says what becomes of it. */
const isNotOurs = (source: Parameters<typeof runningSettings>[0]) => {
  const { told } = runningSettings(source)
  return ({ name, node, value }: NonNullable<ChangePlan['strangers']>[number]): boolean =>
    node !== null || told[name] !== value
}
