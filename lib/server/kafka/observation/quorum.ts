import type { KafkaObservation, Known, NodeId, ObserverSeen, VoterSeen } from '@/lib/domain/plan/world'
import type { QuorumPartition } from '../rpc/describe-quorum'
import type { ZookeeperAnswer } from '../zookeeper'

type Quorum = KafkaObservation['quorum']

/** Lag of a voter that its leader has never seen in step: beyond any bound, and still a number in JSON. */
export const NEVER_CAUGHT_UP_MS = Number.MAX_SAFE_INTEGER

/** What one controller said when asked at its own port. Only the leader knows the quorum; the others refuse. */
export type ControllerAnswer =
  { is: 'leading'; quorum: QuorumPartition } | { is: 'notLeading' } | { is: 'silent'; why: string }

export type ControllerAnswers = ReadonlyMap<NodeId, ControllerAnswer>

/**
 * "Nobody leads" is known only when all were heard: the one that is silent may lead. Two may claim to lead for a
 * moment after a change; the higher epoch is right.
 */
export function quorumOf(at: number, answers: ControllerAnswers): Quorum {
  const leading = leadingAnswer(answers)
  if (leading !== null) {
    const { currentVoters, leaderId, leaderEpoch } = leading
    const leader = currentVoters.find((voter) => voter.replicaId === leaderId)
    const end = leader?.logEndOffset ?? leading.highWatermark
    const now = leader?.lastCaughtUpTimestamp ?? -1n
    const voters = currentVoters.map((voter): [NodeId, VoterSeen] => {
      const caughtUp = voter.lastCaughtUpTimestamp ?? -1n
      const lagMs = caughtUp < 0n || now < 0n ? NEVER_CAUGHT_UP_MS : Number(now - caughtUp)
      const own = voter.replicaId === leaderId
      // An offset of -1 is one the leader does not know yet: the whole log is missing.
      return [
        voter.replicaId,
        { lagMs: own ? 0 : Math.max(0, lagMs), endOffsetLag: own ? 0 : Number(end - voter.logEndOffset) },
      ]
    })
    return {
      at,
      value: {
        leader: leaderId,
        epoch: leaderEpoch,
        voters: Object.fromEntries(voters),
        observers: observersOf(leading, now),
      },
    }
  }
  return nobodyLeads(
    at,
    [...answers].flatMap(([id, answer]) => (answer.is === 'silent' ? [`${id}: ${answer.why}`] : [])),
    answers.size,
  )
}

/** `now` is what the leader says of itself: it is always caught up with its own log. */
function observersOf({ observers }: QuorumPartition, now: bigint): Record<NodeId, ObserverSeen> {
  return Object.fromEntries(
    observers.map(({ replicaId, lastFetchTimestamp: asked = -1n }) => [
      replicaId,
      { askedAgoMs: asked < 0n || now < 0n ? null : Math.max(0, Number(now - asked)) },
    ]),
  )
}

/** The most recent claim to lead, null if there is none. */
export function leadingAnswer(answers: ControllerAnswers): QuorumPartition | null {
  const claims = [...answers.values()].flatMap((answer) => (answer.is === 'leading' ? [answer.quorum] : []))
  return claims.toSorted((a, b) => b.leaderEpoch - a.leaderEpoch)[0] ?? null
}

/** A ZooKeeper server that answers as a follower is in step: one that is not refuses to serve. */
export function ensembleOf(at: number, answers: ReadonlyMap<NodeId, ZookeeperAnswer>): Quorum {
  const serving = [...answers].flatMap(([id, answer]) =>
    answer.is === 'serving' ? [{ id, ...answer.seen }] : [],
  )
  const leader = serving.find(({ mode }) => mode === 'leader' || mode === 'standalone')
  if (leader !== undefined) {
    const voters = serving.map(({ id, zxid }): [NodeId, VoterSeen] => [
      id,
      { lagMs: 0, endOffsetLag: behind(leader.zxid, zxid) },
    ])
    return {
      at,
      value: { leader: leader.id, epoch: null, voters: Object.fromEntries(voters), observers: {} },
    }
  }
  return nobodyLeads(
    at,
    [...answers].flatMap(([id, answer]) => (answer.is === 'silent' ? [`${id}: ${answer.why}`] : [])),
    answers.size,
  )
}

// Counters of different epochs cannot be compared; a server of an older epoch is about to be brought in step.
const behind = (leader: bigint, own: bigint): number =>
  leader >> 32n === own >> 32n ? Math.max(0, Number(leader - own)) : 0

function nobodyLeads(
  at: number,
  silent: readonly string[],
  asked: number,
): Known<{ leader: null; epoch: null; voters: Record<NodeId, never>; observers: Record<NodeId, never> }> {
  if (asked === 0) return { unknown: 'No controller runs that could be asked.' }
  if (silent.length > 0) return { unknown: silent.join(' ') }
  return { at, value: { leader: null, epoch: null, voters: {}, observers: {} } }
}
