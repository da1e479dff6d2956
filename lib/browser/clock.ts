/**
 * The server's time as seen from here. Ages and elapsed times compare with times the server wrote; a browser whose
 * clock is off by a minute must not call fresh data old. The Date header has whole seconds, so small differences
 * are left alone.
 */
const IGNORED_MS = 2000
let offsetMs = 0

export function learnServerTime(dateHeader: string | null) {
  const server = dateHeader === null ? Number.NaN : Date.parse(dateHeader)
  if (Number.isNaN(server)) return
  const difference = server - Date.now()
  offsetMs = Math.abs(difference) > IGNORED_MS ? difference : 0
}

export const serverNow = (): number => Date.now() + offsetMs
