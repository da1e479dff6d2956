import type { NodeRole, NodeSpecification } from '@/lib/domain/node'
import { featureLevels, protocolOf } from '@/lib/domain/kafka-features'
import { KAFKA_RELEASES, type KafkaRelease } from '@/lib/domain/kafka-version'
import type { DesiredSettings, SpecificationName } from '@/lib/domain/plan/world'
import { POISON_PROPERTY } from '../poison'
import type { Poison } from '../state'

/** What a user may ask of a cluster in the proof: the least that can be good, poisonous, and restarted. */
export type Revision = {
  name: string
  poison: Poison | null
  poisons: 'broker' | 'controller'
  /** A setting that brokers are told while they run. */
  told?: string
  /** Left out: the first. Another one is another content for all. */
  release?: KafkaRelease
}
export type Specification = {
  power: 'on' | 'off'
  revision: Revision
  /** Left out: as many as the shape has. */
  brokers?: number
  /** Left out: the first. In thousands of bytes: a fill is told in thousandths. */
  volume?: number
  /** What brokers speak between the two rolls of an upgrade with ZooKeeper. */
  heldProtocol?: string
  /** Restart tokens by node. */
  tokens: Readonly<Record<number, number>>
}

const TOLD = 'told.while.running'

export const settingsOf = ({ revision: { told } }: Specification): DesiredSettings => ({
  told: told === undefined ? {} : { [TOLD]: told },
  all: [TOLD],
})

export const volumeOf = ({ volume = 1 }: Specification): number => 1_000 * volume

const FIRST_RELEASE = '3.9.2'

export const releaseOf = ({ revision: { release = FIRST_RELEASE } }: Specification): KafkaRelease => release

export const levelsOf = (specification: Specification) => featureLevels(releaseOf(specification))

const isMeant = (revision: Revision, role: NodeRole): boolean =>
  role === 'combined' || role === revision.poisons

/** The revision changes one role only, as a broker setting does; the other role's nodes need no restart. */
const contentOf = (revision: Revision, role: NodeRole): string =>
  `${isMeant(revision, role) ? revision.name : 'r0'}${revision.release === undefined ? '' : `@${revision.release}`}`

/** Another release with ZooKeeper comes with what the one before speaks. */
export function withRevision(before: Specification, revision: Revision): Specification {
  const from = releaseOf(before)
  const wanted = { ...before, revision }
  const isHeld = KAFKA_RELEASES[from] === 'ZOOKEEPER' && releaseOf(wanted) !== from
  return isHeld ? { ...wanted, heldProtocol: protocolOf(from) } : wanted
}

/** The operation goes on towards this one. */
export function withOwnProtocol({ heldProtocol: _held, ...specification }: Specification): Specification {
  return specification
}

export function nameOf(
  { revision, tokens, heldProtocol }: Specification,
  id: number,
  role: NodeRole,
): SpecificationName {
  const isHeld = heldProtocol !== undefined && role === 'broker'
  const kind = `${role}-${contentOf(revision, role)}${isHeld ? `-as-${heldProtocol}` : ''}`
  return { kind, hash: `${kind}-${tokens[id] ?? 0}` }
}

export function nodeSpecification(
  specification: Specification,
  id: number,
  role: NodeRole,
): NodeSpecification {
  const { revision, tokens, heldProtocol } = specification
  const poison = isMeant(revision, role) ? revision.poison : null
  return {
    nodeId: id,
    role,
    release: releaseOf(specification),
    kafkaClusterId: 'proof',
    place: { address: '127.0.0.1', portBase: 0, external: null },
    properties: {
      ...(poison === null ? {} : { [POISON_PROPERTY]: poison }),
      ...(heldProtocol === undefined ? {} : { 'inter.broker.protocol.version': heldProtocol }),
    },
    jvm: { heapMinMiB: 64, heapMaxMiB: 64, profile: 'lab' },
    restartToken: tokens[id] ?? 0,
  }
}
