/**
 * Why a node ended by itself, in the words of its own logs: one line a person can act on. The JVM speaks in boot.log,
 * Kafka and ZooKeeper in server.log; of their errors the one that ended the process counts, with what caused it.
 */
export function exitReason(bootLog: string, serverLog: string): string | null {
  return (
    firstMatch(bootLog, JVM_LAST_WORDS) ??
    firstMatch(serverLog, TELLING) ??
    logReason(serverLog.split('\n')) ??
    logReason(bootLog.split('\n'))
  )
}

/** Lines by which the JVM itself gives up; the first group is the reason. */
const JVM_LAST_WORDS = [
  /^(Error: Could not find or load main class .*)$/m,
  /^(Terminating due to java\.lang\.OutOfMemoryError.*)$/m,
  /^# (There is insufficient memory for the Java Runtime Environment to continue\.)/m,
  /^# (A fatal error has been detected by the Java Runtime Environment.*)$/m,
  /^(Error opening zip file or JAR manifest missing.*)$/m,
  /^(Error occurred during initialization of (?:VM|boot layer)\n.*)$/m,
  /^((?:Unrecognized VM option|Invalid .*heap size|Could not reserve enough space).*)$/m,
  // "could not create the JVM" and "a fatal exception has occurred" only announce that there was a reason.
  /^(Error: (?!Could not create|A fatal exception).*)$/m,
]

/** Lines that say more than the exception in which the process ended in the end. */
const TELLING = [
  /(Socket server failed to bind to .*)$/m,
  /\] (?:ERROR|FATAL) (Exception while listening to address .*) \([\w.$]+\)\n.*Exception: (.*)$/m,
  /(Failed to acquire lock on file \.lock in .*)$/m,
  /(Shutting down because we were unable to register with the controller quorum.*?)(?: \([\w.$]+\))?$/m,
  /\] (?:ERROR|FATAL) (Shutdown broker because all log dirs in .* have failed) \(/m,
  /(Terminating process due to signal \w+)/,
]

function firstMatch(log: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const groups = pattern.exec(log)?.slice(1).filter(Boolean)
    if (groups && groups.length > 0) return tidy(groups.join(': ').replaceAll('\n', ': '))
  }
  return null
}

const ERROR = /\] (?:FATAL|ERROR) (.*?)(?: \([\w.$]+\))?$/
/** Errors after which the process ends; other errors are part of life. */
const ENDING =
  /Fatal error during|Exiting Kafka|exiting abnormally|Encountered fatal fault|Halting|Stopping serving logs/
/** What Kafka calls an error on a busy machine, and then goes on: it never ends a process. */
const LIVING = /controller event queue overloaded|Timed out heartbeat from broker/
const EXCEPTION =
  /^(?:Exception in thread "[^"]*" )?((?:[a-z]\w*\.)+(?:[A-Z][\w$]*)?(?:Exception|Error)\b.*)$/
const CAUSE = /^Caused by: (.*)$/

function logReason(lines: readonly string[]): string | null {
  const ends = lines.findIndex((line) => ERROR.test(line) && ENDING.test(line))
  if (ends >= 0) return errorAt(lines, ends)
  const last = nearTheEnd(lines)
  const erred = last.findLastIndex((line) => ERROR.test(line) && !LIVING.test(line))
  if (erred >= 0) return errorAt(last, erred)
  return exceptionAt(
    last,
    last.findLastIndex((line) => EXCEPTION.test(line)),
  )
}

const errorAt = (lines: readonly string[], at: number): string =>
  exceptionAt(lines, at + 1) ?? tidy(ERROR.exec(lines[at] ?? '')?.[1] ?? '')

/** What was logged long before the last line is part of a life that went on, not what ended it. */
const NEAR_END_MS = 10_000

function nearTheEnd(lines: readonly string[]): readonly string[] {
  const ended = timeOf(lines.findLast((line) => timeOf(line) !== null))
  if (ended === null) return lines
  const isBefore = (line: string): boolean => (timeOf(line) ?? ended) < ended - NEAR_END_MS
  const after = lines.slice(lines.findLastIndex(isBefore) + 1)
  // What follows the last old line without a time of its own is the trace of that line.
  return lines.some(isBefore) ? after.slice(after.findIndex((line) => timeOf(line) !== null)) : after
}

function timeOf(line: string | undefined): number | null {
  const [, day, time, millis] = /^\[(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d),(\d{3})\] /.exec(line ?? '') ?? []
  return day === undefined ? null : Date.parse(`${day}T${time}.${millis}Z`)
}

/** The exception in a line, with its deepest cause when that one says more. */
function exceptionAt(lines: readonly string[], at: number): string | null {
  const outer = EXCEPTION.exec(lines[at] ?? '')?.[1]
  if (outer === undefined) return null
  let deepest = outer
  for (const line of lines.slice(at + 1)) {
    if (line.startsWith('[')) break
    deepest = CAUSE.exec(line)?.[1] ?? deepest
  }
  const [outside, inside] = [tidy(outer), tidy(deepest)]
  return outside.includes(messageOf(inside)) ? outside : `${outside}: ${inside}`
}

const messageOf = (exception: string): string => exception.replace(/^\w*(?:Exception|Error): /, '')

/** Package names are noise; the class says what kind of error it is. */
function tidy(words: string): string {
  const short = words
    .replaceAll(/\b(?:[a-z]\w*\.)+(?:\w+\$)?((?:[A-Z]\w*)?(?:Exception|Error)\b)/g, '$1')
    .trim()
  return short.length > 400 ? `${short.slice(0, 397)}...` : short
}
