// @ts-check

/** All of a stop fits into this: Ctrl-C must feel like Ctrl-C. */
const STOP_MS_MAX = 2_000
/** What answers still get to finish. The rest of the time is for the work they started. */
const ANSWER_MS_MAX = 1_200
/** `npm start` passes on a Ctrl-C that the terminal has already sent here: two within this time are one. */
const SAME_KEY_PRESS_MS = 400

/**
 * The event this process emits on itself when it is asked to end: `process.on('mosaik:shutdown', ({ waitUntil }) => …)`.
 * The code that Next bundles has no other common object with this file than `process`. A listener ends its timers
 * and streams, and hands promises of work that must not be cut to `waitUntil`; they are awaited for at most 2 s.
 */
export const SHUTDOWN_EVENT = 'mosaik:shutdown'

/**
 * From here on SIGINT, SIGTERM and SIGHUP end the server in order; a second Ctrl-C ends it at once.
 *
 * @param {{ closeDoor: (withinMs: number) => Promise<void>, sayGoodbye: () => Promise<void> }} server
 */
export function endOnSignals({ closeDoor, sayGoodbye }) {
  let askedAt = 0
  const onSignal = () => {
    const now = performance.now()
    if (askedAt > 0) {
      if (now - askedAt > SAME_KEY_PRESS_MS) process.exit(130)
      return
    }
    askedAt = now
    void end()
  }

  const end = async () => {
    setTimeout(() => process.exit(0), STOP_MS_MAX)
    /** @type {Promise<unknown>[]} */
    const work = []
    const closed = closeDoor(ANSWER_MS_MAX)
    notify(work)
    await Promise.allSettled([closed, ...work])
    await sayGoodbye()
    process.exit(0)
  }

  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, onSignal)
}

/**
 * A listener that throws must not keep the server from ending.
 * @param {Promise<unknown>[]} work
 */
function notify(work) {
  /** @type {import('node:events').EventEmitter} */
  const self = process
  try {
    self.emit(SHUTDOWN_EVENT, { waitUntil: (/** @type {Promise<unknown>} */ promise) => work.push(promise) })
  } catch (error) {
    console.error('A part of Mosaik failed to stop:', error)
  }
}
