// @ts-check
import { execFile, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

/**
 * Kafka's own client under test: its verifiable producer says of every record whether it was acknowledged, and what
 * is there afterwards is read from the beginning.
 *
 * @typedef {{ atMs: number, number: number }} Acknowledged
 * @typedef {{ partition: number, number: number }} Read
 * @typedef {{ acknowledged: number, failed: number, lost: number, twice: number, disorder: number, longestGapMs: number }} Met
 * @typedef {{ cluster: string, release: string, topic: string, perSecond: number, max?: number }} Load
 */

const command = (/** @type {string} */ cluster, /** @type {readonly string[]} */ words) => [
  'bin/mosaik.mjs',
  'kafka',
  cluster,
  ...words,
]

/**
 * Writes with acks=all, as an idempotent producer does, until it is stopped or has written `max` records.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {Load} load
 */
export async function startLoad(env, { cluster, release, topic, perSecond, max }) {
  const settings = join(String(env.MOSAIK_HOME), 'producer.properties')
  await writeFile(settings, 'retries=2147483647\n')
  const words = ['verifiable-producer', '--topic', topic, '--throughput', String(perSecond), '--acks', '-1']
  // It never sends again unless it is told to, as other producers do by default.
  words.push(release.startsWith('4.') ? '--command-config' : '--producer.config', settings)
  if (max !== undefined) words.push('--max-messages', String(max))
  const child = spawn(process.execPath, command(cluster, words), {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  /** @type {Acknowledged[]} */
  const acknowledged = []
  let failed = 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return
    const { name, timestamp, value } = JSON.parse(line)
    if (name === 'producer_send_success') acknowledged.push({ atMs: timestamp, number: Number(value) })
    else if (name === 'producer_send_error') failed += 1
  })
  let complained = ''
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => (complained += chunk.toString()))
  const ended = new Promise((resolve) => child.once('close', resolve))
  return {
    /** So far. */
    acknowledged() {
      if (child.exitCode !== null) throw new Error(`The producer ended: ${complained}`)
      return acknowledged.length
    },
    /** The longest that nothing was acknowledged in a span of time, milliseconds. @param {number} fromMs @param {number} toMs */
    gapBetween: (fromMs, toMs) =>
      longestGap([
        fromMs,
        ...acknowledged.map(({ atMs }) => atMs).filter((atMs) => atMs >= fromMs && atMs <= toMs),
        toMs,
      ]),
    stop: () => void child.kill('SIGTERM'),
    /** Once it has ended, and all that it wrote was read again. @returns {Promise<Met>} */
    async met() {
      await ended
      return met(acknowledged, failed, await readAll(env, cluster, topic))
    },
  }
}

/** @param {NodeJS.ProcessEnv} env @param {string} cluster @param {string} topic @returns {Promise<Read[]>} */
async function readAll(env, cluster, topic) {
  const words = ['console-consumer', '--topic', topic, '--from-beginning', '--timeout-ms', '10000']
  words.push('--property', 'print.partition=true')
  const { stdout } = await promisify(execFile)(process.execPath, command(cluster, words), {
    env,
    maxBuffer: 2 ** 27,
  })
  return stdout.split('\n').flatMap((line) => {
    const [, partition, number] = /^Partition:(\d+)\t(\d+)$/.exec(line) ?? []
    return partition === undefined ? [] : [{ partition: Number(partition), number: Number(number) }]
  })
}

/**
 * @param {readonly Acknowledged[]} acknowledged
 * @param {number} failed
 * @param {readonly Read[]} read
 * @returns {Met}
 */
export function met(acknowledged, failed, read) {
  const numbers = read.map(({ number }) => number)
  const seen = new Set(numbers)
  /** @type {Map<number, number>} */
  const last = new Map()
  let disorder = 0
  for (const { partition, number } of read) {
    if (number < (last.get(partition) ?? -1)) disorder += 1
    last.set(partition, Math.max(number, last.get(partition) ?? -1))
  }
  return {
    acknowledged: acknowledged.length,
    failed,
    lost: acknowledged.filter(({ number }) => !seen.has(number)).length,
    twice: numbers.length - seen.size,
    disorder,
    longestGapMs: longestGap(acknowledged.map(({ atMs }) => atMs)),
  }
}

/** @param {readonly number[]} timesMs */
function longestGap(timesMs) {
  const times = timesMs.toSorted((a, b) => a - b)
  return times.reduce((longest, at, place) => Math.max(longest, at - (times[place - 1] ?? at)), 0)
}
