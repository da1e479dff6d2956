// @ts-check
import { spawn } from 'node:child_process'
import { Refusal } from './refusal.mjs'

/** Enough for any reason; a build may print megabytes. */
const KEPT_CHARS = 100_000
/** npm tells the reason first and Maven last. */
const FIRST_LINES = 12
const LAST_LINES = 30

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Runs a program to its end without showing its output; a failure shows the lines that hold the reason.
 * `tellsWhy`: those lines are sentences of ours and need no introduction.
 *
 * @param {string} what the step in the user's words, for the failure: "Installing packages"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined>, timeoutMs?: number, tellsWhy?: boolean }} options
 * @returns {Promise<string>} what it printed
 */
export function run(what, command, args, { cwd, env, timeoutMs, tellsWhy = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs !== undefined && { timeout: timeoutMs }),
    })
    running.add(child)
    let output = ''
    /** @param {Buffer} chunk */
    const keep = (chunk) => (output = (output + chunk.toString()).slice(-KEPT_CHARS))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      running.delete(child)
      reject(new Refusal(`${what} failed: ${command} could not be run (${error.message}).`))
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      if (code === 0) resolve(output)
      else if (tellsWhy && output !== '') reject(new Refusal(excerpt(output)))
      else
        reject(new Refusal(`${what} failed: ${command} ended with ${signal ?? code}.\n\n${excerpt(output)}`))
    })
  })
}

/** Ends what `run` still waits for: a start that is given up must not leave a build or an installation behind. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM')
}

/** @param {string} output */
function excerpt(output) {
  const lines = output.trim().split('\n')
  if (lines.length <= FIRST_LINES + LAST_LINES) return lines.join('\n')
  return [...lines.slice(0, FIRST_LINES), '…', ...lines.slice(-LAST_LINES)].join('\n')
}
