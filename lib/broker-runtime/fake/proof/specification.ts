import type { NodeRole, NodeSpecification } from '@/lib/domain/node'
import { featureLevels } from '@/lib/domain/kafka-features'
import type { KafkaRelease } from '@/lib/domain/kafka-version'
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

export function nameOf({ revision, tokens }: Specification, id: number, role: NodeRole): SpecificationName {
  const kind = `${role}-${contentOf(revision, role)}`
  return { kind, hash: `${kind}-${tokens[id] ?? 0}` }
}

export function nodeSpecification(
  specification: Specification,
  id: number,
  role: NodeRole,
): NodeSpecification {
  const { revision, tokens } = specification
  const poison = isMeant(revision, role) ? revision.poison : null
  return {
    nodeId: id,
    role,
    release: releaseOf(specification),
    kafkaClusterId: 'proof',
    place: { address: '127.0.0.1', portBase: 0, external: null },
    properties: poison === null ? {} : { [POISON_PROPERTY]: poison },
    jvm: { heapMinMiB: 64, heapMaxMiB: 64, profile: 'lab' },
    restartToken: tokens[id] ?? 0,
  }
}
