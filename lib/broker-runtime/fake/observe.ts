import { servesClients, votes } from '@/lib/domain/node'
import type {
  BrokerSeen,
  KafkaObservation,
  Known,
  PartitionSeen,
  Proc,
  SettingsSeen,
  VolumesSeen,
  VoterSeen,
} from '@/lib/domain/plan/world'
import type { ObservedRuntime } from '../runtime'
import { isAlive } from './process'
import type { FakeNode, FakeState } from './state'

const PSS_BROKER_BYTES = 180 * 1024 * 1024
const PSS_CONTROLLER_BYTES = 110 * 1024 * 1024

export function observeRuntime(state: FakeState): ObservedRuntime {
  const processes: Record<number, Proc> = {}
  const memory: ObservedRuntime['memory'] = Object.fromEntries(
    state.nodes.flatMap((node) =>
      node.process === null
        ? []
        : [
            [
              node.id,
              {
                pid: node.process.pid,
                pssBytes: servesClients(node.role) ? PSS_BROKER_BYTES : PSS_CONTROLLER_BYTES,
                at: state.at,
              },
            ],
          ],
    ),
  )
  for (const node of state.nodes) {
    if (node.process !== null || node.formatted) processes[node.id] = procOf(node, state.at)
  }
  return { processes: { at: state.at, value: processes }, memory, changedFiles: {} }
}

export function observeVolumes({ at, nodes, hostFree }: FakeState): Known<VolumesSeen> {
  const brokers = nodes.filter(({ role, formatted }) => servesClients(role) && formatted)
  return {
    at,
    value: { usedBytes: Object.fromEntries(brokers.map(({ id, usedBytes }) => [id, usedBytes])), hostFree },
  }
}

function procOf(node: FakeNode, at: number): Proc {
  const { process } = node
  if (process === null) {
    return {
      state: 'absent',
      boot: null,
      startedWith: null,
      startedAt: null,
      isFrozen: false,
      answers: null,
      recoveryProgress: null,
      recoveryLogsLeft: null,
      hasDirectory: node.formatted,
      lastExit: node.lastExit,
    }
  }
  const booted = at >= process.answersAt
  const recovering = process.recoversFrom !== null && !booted && !process.hung
  const took = at - process.startedAt
  return {
    state: process.stopAskedAt === null ? (booted ? 'running' : 'starting') : 'stopping',
    boot: process.boot,
    startedWith: process.startedWith,
    startedAt: process.startedAt,
    isFrozen: process.frozen,
    answers: isAlive(node, at),
    recoveryProgress: recovering ? Math.min(0.99, took / (process.answersAt - process.startedAt)) : null,
    recoveryLogsLeft: null,
    hasDirectory: node.formatted,
    lastExit: node.lastExit,
  }
}

/** What Kafka says of itself, as far as anybody in the cluster answers. */
export function observeKafka(state: FakeState): KafkaObservation {
  const { at } = state
  if (!state.nodes.some((node) => isAlive(node, at))) {
    const nobody = { unknown: 'no node answers' }
    return {
      quorum: nobody,
      brokers: nobody,
      partitions: nobody,
      settings: nobody,
      features: nobody,
      throttles: nobody,
      quotas: nobody,
    }
  }
  const voters: Record<number, VoterSeen> = {}
  for (const node of state.nodes.filter(({ role }) => votes(role))) {
    const lag = isAlive(node, at) ? 0 : 60_000
    voters[node.id] = { lagMs: lag, endOffsetLag: lag }
  }
  if (state.leader === null) {
    const nobody = { unknown: 'the controllers have no leader' }
    const quorum = { at, value: { leader: null, epoch: null, voters, observers: {} } }
    return {
      quorum,
      brokers: nobody,
      partitions: nobody,
      settings: nobody,
      features: featuresOf(state),
      throttles: nobody,
      quotas: nobody,
    }
  }
  const brokers: Record<number, BrokerSeen> = {}
  for (const node of state.nodes)
    if (node.registered) brokers[node.id] = { fenced: node.fenced, endpoint: null }
  const partitions: Record<string, PartitionSeen> = {}
  for (const { id, leader, replicas, isr, minIsr } of state.partitions) {
    partitions[id] = { leader, leaderEpoch: null, replicas, isr, minIsr, target: null }
  }
  return {
    quorum: { at, value: { leader: state.leader, epoch: null, voters, observers: {} } },
    brokers: { at, value: brokers },
    partitions: { at, value: partitions },
    settings: { at, value: settingsOf(state) },
    features: featuresOf(state),
    throttles: throttlesOf(state),
    quotas: { at, value: { defaultRate: state.quota, canChange: true } },
  }
}

function throttlesOf({ nodes, at, throttles }: FakeState): KafkaObservation['throttles'] {
  const answering = nodes.filter((node) => servesClients(node.role) && isAlive(node, at))
  const rates = Object.fromEntries(answering.map(({ id }) => [id, throttles.rates[id] ?? null]))
  return { at, value: { rates, topics: throttles.topics } }
}

function featuresOf({ nodes, at, features }: FakeState): KafkaObservation['features'] {
  const answering = nodes.filter((node) => isAlive(node, at))
  return {
    at,
    value: {
      finalized: features,
      supported: Object.fromEntries(answering.map(({ id, process }) => [id, process?.features ?? {}])),
    },
  }
}

function settingsOf({ nodes, at, told }: FakeState): SettingsSeen {
  const answering = nodes.filter((node) => servesClients(node.role) && isAlive(node, at))
  return {
    cluster: Object.fromEntries(answering.map(({ id }) => [id, told.cluster])),
    own: Object.fromEntries(answering.map(({ id }) => [id, told.own[id] ?? {}])),
  }
}
