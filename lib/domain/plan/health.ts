import { servesClients, votes } from '../node'
import type { Decision, Problem, Waiting } from './plan'
import { neededRows, partitionsSeen, serving } from './serving'
import type { Row, World } from './world'

/** The facts behind the one sentence a page opens with. Null where not known. */
export type Health = {
  servingBrokers: number
  unknownBrokers: number
  totalBrokers: number
  servingVoters: number
  totalVoters: number
  partitions: number | null
  offlinePartitions: number | null
  underReplicatedPartitions: number | null
  waitingFor: Waiting | Problem | null
}

export function health(world: World, decision: Pick<Decision, 'verdicts'>): Health {
  const rows = neededRows(world)
  const brokers = rows.filter(({ role }) => servesClients(role))
  const voters = rows.filter(({ role }) => votes(role))
  const partitions = partitionsSeen(world)
  return {
    servingBrokers: count(world, brokers, 'yes'),
    unknownBrokers: count(world, brokers, 'unknown'),
    totalBrokers: brokers.length,
    servingVoters: count(world, voters, 'yes'),
    totalVoters: voters.length,
    partitions: partitions?.total ?? null,
    offlinePartitions: partitions?.offline ?? null,
    underReplicatedPartitions: partitions?.underReplicated ?? null,
    waitingFor: waitingOf(decision),
  }
}

const count = (world: World, rows: readonly Row[], is: 'yes' | 'unknown'): number =>
  rows.filter((row) => serving(world, row).is === is).length

function waitingOf({ verdicts }: Pick<Decision, 'verdicts'>): Waiting | Problem | null {
  const verdict = verdicts.at(-1)?.verdict
  return verdict?.is === 'wait' || verdict?.is === 'stuck' ? verdict.why : null
}
