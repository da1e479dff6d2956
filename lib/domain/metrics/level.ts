/** How much of a cluster is measured, each level with all of those before it. */
export const MONITORING_LEVELS = [
  'DEFAULT',
  'PER_BROKER',
  'PER_TOPIC_PER_BROKER',
  'PER_TOPIC_PER_PARTITION',
] as const
export type MonitoringLevel = (typeof MONITORING_LEVELS)[number]

export const includesLevel = (chosen: MonitoringLevel, level: MonitoringLevel): boolean =>
  MONITORING_LEVELS.indexOf(level) <= MONITORING_LEVELS.indexOf(chosen)

/** What was stored as text long ago is read as the level it names; an unknown word measures least. */
export const monitoringLevel = (text: string): MonitoringLevel =>
  MONITORING_LEVELS.find((level) => level === text) ?? 'DEFAULT'
