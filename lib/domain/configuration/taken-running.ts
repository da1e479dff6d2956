import { isAtLeast, KAFKA_RELEASES, type KafkaRelease } from '../kafka-version'
import { settingDefinition } from './setting-definition'

/** Which settings brokers take while they run, by release: what Kafka says, but for where it does otherwise. */

/** Whether brokers can be told a new value of it at all. */
export function canBeTold(name: string, release: KafkaRelease): boolean {
  // KRaft's controllers look at it while they run since 3.9 only (KAFKA-12670).
  const isLate = name === 'unclean.leader.election.enable' && KAFKA_RELEASES[release] === 'KRAFT'
  if (isLate && !isAtLeast(release, '3.9.0')) return false
  return settingDefinition(name, release)?.isDynamic === true
}

/** Read at the start only, but `log.retention.ms`, which says the same and wins over them, can be told. */
const IN_MILLISECONDS: readonly string[] = ['log.retention.hours', 'log.retention.minutes']

/** Whether a change of it comes into force without a restart. */
export const isTakenRunning = (name: string, release: KafkaRelease): boolean =>
  IN_MILLISECONDS.includes(name) || canBeTold(name, release)

const THREADS: readonly string[] = [
  'num.io.threads',
  'num.network.threads',
  'num.recovery.threads.per.data.dir',
  'num.replica.fetchers',
]

/** Kafka takes a number of threads only from half to double of what there are (`DynamicThreadPool`). */
export function isStepTaken(name: string, from: string | null, to: string | null): boolean {
  if (!THREADS.includes(name)) return true
  const [before, after] = [Number(from), Number(to)]
  return after >= Math.floor(before / 2) && after <= before * 2
}
