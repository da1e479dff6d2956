/** The settings a topic can have, as Kafka names them (Apache Kafka documentation, "Topic Configs"). */
export const TOPIC_SETTINGS = [
  'cleanup.policy',
  'compression.gzip.level',
  'compression.lz4.level',
  'compression.type',
  'compression.zstd.level',
  'delete.retention.ms',
  'file.delete.delay.ms',
  'flush.messages',
  'flush.ms',
  'follower.replication.throttled.replicas',
  'index.interval.bytes',
  'leader.replication.throttled.replicas',
  'local.retention.bytes',
  'local.retention.ms',
  'max.compaction.lag.ms',
  'max.message.bytes',
  'message.downconversion.enable',
  'message.format.version',
  'message.timestamp.after.max.ms',
  'message.timestamp.before.max.ms',
  'message.timestamp.difference.max.ms',
  'message.timestamp.type',
  'min.cleanable.dirty.ratio',
  'min.compaction.lag.ms',
  'min.insync.replicas',
  'preallocate',
  'remote.log.copy.disable',
  'remote.log.delete.on.disable',
  'remote.storage.enable',
  'retention.bytes',
  'retention.ms',
  'segment.bytes',
  'segment.index.bytes',
  'segment.jitter.ms',
  'segment.ms',
  'unclean.leader.election.enable',
] as const

/** Those one meets first; the page shows them first. */
export const COMMON_SETTINGS = [
  'retention.ms',
  'retention.bytes',
  'cleanup.policy',
  'max.message.bytes',
  'min.insync.replicas',
] as const

export type SettingUnit = 'ms' | 'bytes' | 'none'

export function settingUnit(name: string): SettingUnit {
  if (name.endsWith('.ms')) return 'ms'
  return name.endsWith('.bytes') ? 'bytes' : 'none'
}

/** Kafka writes "no limit" as -1, or as the largest number there is. */
export const isUnlimited = (value: string): boolean => value === '-1' || value === '9223372036854775807'

export type ReadSetting =
  { is: 'unlimited' } | { is: 'duration'; ms: number } | { is: 'bytes'; bytes: number } | { is: 'plain' }

/** What a value means: 604800000 is seven days where the name says milliseconds. */
export function readSetting(name: string, value: string): ReadSetting {
  const unit = settingUnit(name)
  if (unit === 'none' || !/^-?\d+$/.test(value)) return { is: 'plain' }
  if (isUnlimited(value)) return { is: 'unlimited' }
  const amount = Number(value)
  if (amount < 0) return { is: 'plain' }
  return unit === 'ms' ? { is: 'duration', ms: amount } : { is: 'bytes', bytes: amount }
}

export type Keeping = {
  /** Only the newest record of each key is kept for good. */
  isCompacted: boolean
  /** Old records are deleted, whatever their key. */
  isDeleted: boolean
  /** How old and how many bytes a partition's records may become until then; null without a limit. */
  ms: number | null
  bytes: number | null
}

/** For how long a topic keeps what is written to it. Null where its settings are not known. */
export function keepingOf(valueOf: (name: string) => string | null): Keeping | null {
  const policy = valueOf('cleanup.policy')
  const [ms, bytes] = [valueOf('retention.ms'), valueOf('retention.bytes')]
  if (policy === null || ms === null || bytes === null) return null
  const policies = policy.split(',').map((each) => each.trim())
  return {
    isCompacted: policies.includes('compact'),
    isDeleted: policies.includes('delete'),
    ms: isUnlimited(ms) ? null : Number(ms),
    bytes: isUnlimited(bytes) ? null : Number(bytes),
  }
}
