// @ts-check

/** On a terminal the line of a running step is redrawn in place; elsewhere (CI, a log file) it is repeated rarely. */
const REDRAW_MS = 1_000
const REPEAT_MS = 15_000

/**
 * Runs one long step and shows that it goes on: `Building the console … 12 s`. Steps that have nothing to do must
 * not come here, so that the second start prints nothing.
 *
 * @template T
 * @param {string} title
 * @param {(detail: (text: string) => void) => Promise<T>} work may report what it does at the moment
 * @returns {Promise<T>}
 */
export async function showStep(title, work) {
  const began = performance.now()
  const isTerminal = process.stderr.isTTY
  let detail = ''
  const draw = () => {
    const line = `${title} … ${seconds(began)}${detail && ` (${detail})`}`
    // A line that wraps could not be redrawn.
    process.stderr.write(isTerminal ? `\r\u001b[K${line.slice(0, process.stderr.columns - 1)}` : `${line}\n`)
  }
  draw()
  const timer = setInterval(draw, isTerminal ? REDRAW_MS : REPEAT_MS)
  try {
    const result = await work((text) => (detail = text))
    process.stderr.write(`${isTerminal ? '\r\u001b[K' : ''}${title}: done in ${seconds(began)}\n`)
    return result
  } catch (error) {
    process.stderr.write(`${isTerminal ? '\r\u001b[K' : ''}${title}: failed after ${seconds(began)}\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** @param {number} began */
const seconds = (began) => `${Math.round((performance.now() - began) / 1000)} s`
