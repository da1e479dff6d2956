/**
 * Settings that say the same as another one, which wins over them. Once a broker was told that one while it runs,
 * Kafka takes the others out of what it read (`DynamicBrokerConfig.brokerConfigSynonyms`) and describes them with its
 * own default, whatever their file says: that is no value anybody chose, and none that is in force.
 */
const WINS: Readonly<Record<string, string>> = {
  'log.retention.hours': 'log.retention.ms',
  'log.retention.minutes': 'log.retention.ms',
  'log.roll.hours': 'log.roll.ms',
  'log.roll.jitter.hours': 'log.roll.jitter.ms',
  'log.flush.scheduler.interval.ms': 'log.flush.interval.ms',
}

/** The setting that wins over this one where both are said; null for all but a few. */
export const winsOver = (name: string): string | null => WINS[name] ?? null
