/**
 * Why a node ended by itself, in the words of its own logs: one line a person can act on. The JVM speaks in boot.log,
 * Kafka in server.log; of Kafka's errors the one that ended it counts, with the exception that caused it.
 */
export function exitReason(bootLog: string, serverLog: string): string | null {
  return jvmReason(bootLog) ?? logReason(serverLog.split('\n')) ?? logReason(bootLog.split('\n'))
}

/** Lines by which the JVM itself gives up; the first group or the whole line is the reason. */
const JVM_LAST_WORDS = [
  /^(Error: Could not find or load main class .*)$/m,
  /^(Terminating due to java\.lang\.OutOfMemoryError.*)$/m,
  /^# (There is insufficient memory for the Java Runtime Environment to continue\.)/m,
  /^# (A fatal error has been detected by the Java Runtime Environment.*)$/m,
  /^(Error occurred during initialization of (?:VM|boot layer)\n.*)$/m,
  /^((?:Unrecognized VM option|Invalid .*heap size|Could not reserve enough space).*)$/m,
  /^(Error: .*(?:could not open|not readable|Error: no such|argument file).*)$/im,
  /^(Error: (?!Could not create|A fatal exception).*)$/m,
]

function jvmReason(bootLog: string): string | null {
  for (const pattern of JVM_LAST_WORDS) {
    const words = pattern.exec(bootLog)?.[1]
    if (words) return tidy(words.replaceAll('\n', ': '))
  }
  return null
}

const FATAL = /\] (?:FATAL|ERROR) (.*?)(?: \([\w.$]+\))?$/
/** Errors after which Kafka ends; other errors are part of life. */
const ENDING =
  /Fatal error during|Exiting Kafka|Unexpected exception, exiting abnormally|Invalid config, exiting|Encountered fatal fault|Error starting|Shutdown broker because|Halting|Stopping serving logs/
const EXCEPTION = /^(?:Exception in thread "[^"]*" )?((?:[a-z]\w*\.)+[A-Z]\w*(?:Exception|Error)\b.*)$/
const CAUSE = /^Caused by: (.*)$/

function logReason(lines: readonly string[]): string | null {
  const ends = lines.findIndex((line) => FATAL.test(line) && ENDING.test(line))
  const begins = ends >= 0 ? ends : lines.findLastIndex((line) => FATAL.test(line))
  if (begins < 0)
    return exceptionAfter(
      lines,
      lines.findLastIndex((line) => EXCEPTION.test(line)),
    )
  return exceptionAfter(lines, begins + 1) ?? tidy(FATAL.exec(lines[begins] ?? '')?.[1] ?? '')
}

/** The exception that begins at a line, with the deepest cause when that one says more. */
function exceptionAfter(lines: readonly string[], at: number): string | null {
  const outer = EXCEPTION.exec(lines[at] ?? '')?.[1]
  if (outer === undefined) return null
  let deepest = outer
  for (const line of lines.slice(at + 1)) {
    if (line.startsWith('[')) break
    deepest = CAUSE.exec(line)?.[1] ?? deepest
  }
  const [outside, inside] = [tidy(outer), tidy(deepest)]
  return outside === inside || outside.includes(messageOf(inside)) ? outside : `${outside}: ${inside}`
}

const messageOf = (exception: string): string => exception.replace(/^\w+(?:Exception|Error): /, '')

/** Package names are noise; the class says what kind of error it is. */
function tidy(words: string): string {
  const short = words.replaceAll(/\b(?:[a-z]\w*\.)+([A-Z]\w*(?:Exception|Error)\b)/g, '$1').trim()
  return short.length > 400 ? `${short.slice(0, 397)}...` : short
}
