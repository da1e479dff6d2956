/** Levels of Kafka's and ZooKeeper's logs as one filters by them; the rarer ones go with their neighbours. */
export const LOG_LEVELS = ['ERROR', 'WARN', 'INFO', 'DEBUG'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** How a line's own word is filed. */
export function levelOf(word: string): LogLevel | null {
  switch (word) {
    case 'FATAL':
    case 'ERROR':
      return 'ERROR'
    case 'WARN':
      return 'WARN'
    case 'INFO':
      return 'INFO'
    case 'DEBUG':
    case 'TRACE':
      return 'DEBUG'
    default:
      return null
  }
}

/** `ERROR,WARN` as it stands in an address. Words that are no levels are left out; nothing left means no filter. */
export const readLevels = (text: string): readonly LogLevel[] =>
  LOG_LEVELS.filter((level) => text.split(',').includes(level))

/**
 * What has no level of its own (the JVM's last words) is shown with the errors: whoever looks for what went wrong
 * must find it.
 */
export const fitsLevels = (levels: readonly LogLevel[], level: LogLevel | null): boolean =>
  levels.length === 0 || levels.includes(level ?? 'ERROR')

/** Where a text occurs, whatever the case: start of each occurrence, in order, none overlapping. */
export function occurrences(text: string, sought: string): readonly number[] {
  if (sought === '') return []
  const [inside, needle] = [text.toLowerCase(), sought.toLowerCase()]
  const found: number[] = []
  for (let at = inside.indexOf(needle); at >= 0; at = inside.indexOf(needle, at + needle.length))
    found.push(at)
  return found
}
