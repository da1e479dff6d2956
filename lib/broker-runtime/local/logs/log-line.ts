import type { LogLine } from '../../runtime'

const LINE = /^\[(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d),(\d{3})\] (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) (.*)$/

/** Lines without a head of their own (stack traces, the JVM's words) keep their whole text. */
export function parseLogLine(line: string): LogLine {
  const [, day, time, millis, level, text] = LINE.exec(line) ?? []
  if (day === undefined || level === undefined || text === undefined)
    return { at: null, level: null, text: line }
  return { at: Date.parse(`${day}T${time}.${millis}Z`), level, text }
}
