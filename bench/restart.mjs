// @ts-check
import { spawn } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { api, createTimed, deleteTimed, until } from './clusters.mjs'
import { seconds } from './statistics.mjs'

const CLUSTERS = 3
const NODES = 6 * CLUSTERS
/** What happens while Mosaik is away: this broker of the first cluster dies, … */
const DEAD = 2
/** … and somebody edits the file of this one of the second. */
const EDITED = 3
const EDIT = 'num.recovery.threads.per.data.dir=7'

/** @typedef {Awaited<ReturnType<typeof startMosaik>>} Mosaik */
/** @typedef {{ id: string, state: string, observedAt: string | null, nodes: { nodeId: number, health: string, pid: number | null }[] }} Cluster */

/**
 * Mosaik killed and started again over three clusters: how soon it knows all of them again, with nothing restarted;
 * and the same when meanwhile a broker died, its process number went to somebody else's Java, and a file was edited.
 *
 * @param {(what: string, bar: string, measured: string) => void} row
 */
export async function restartNumbers(row) {
  const mosaik = await startMosaik({ network: '127.147.0.0/16' })
  try {
    const arns = []
    for (let index = 0; index < CLUSTERS; index++) {
      arns.push((await createTimed(mosaik.url, `again-${index}`, 'msk')).arn)
    }
    await until(async () => allServe(await clustersOf(mosaik)))
    const before = pidsOf(await clustersOf(mosaik))
    const quiet = await killed(mosaik, () => undefined)
    await until(async () => seenSince(quiet.at, await clustersOf(mosaik)).every(serves))
    const adoptedMs = Date.now() - quiet.at
    const after = pidsOf(await clustersOf(mosaik))
    row(
      `Mosaik killed and started over ${CLUSTERS} clusters: all ${NODES} processes adopted, states right`,
      '3 s',
      `${seconds(adoptedMs)}, ready after ${seconds(quiet.readyMs)}, ${changed(before, after).length} restarted`,
    )
    await unlucky(mosaik, row)
    for (const arn of arns) await deleteTimed(mosaik.url, arn)
  } finally {
    await mosaik.dispose()
  }
}

/** @param {Mosaik} mosaik @param {(what: string, bar: string, measured: string) => void} row */
async function unlucky(mosaik, row) {
  const [first, second] = await clustersOf(mosaik)
  if (!first || !second) throw new Error('There are three clusters.')
  const folder = (/** @type {string} */ id, /** @type {number} */ node) =>
    join(mosaik.home, 'clusters', id, 'nodes', String(node))
  const before = pidsOf(await clustersOf(mosaik))
  const stranger = await harmlessJava()
  try {
    const { at } = await killed(mosaik, () => {
      process.kill(before.get(`${first.id}/${DEAD}`) ?? 0, 'SIGKILL')
      const record = join(folder(first.id, DEAD), 'mosaik.json')
      writeFileSync(
        record,
        JSON.stringify({ ...JSON.parse(readFileSync(record, 'utf8')), pid: stranger.pid }),
      )
      appendFileSync(join(folder(second.id, EDITED), 'server.properties'), `${EDIT}\n`)
    })
    /** @type {{ gone?: number, taken?: number, edited?: number, healed?: number }} */
    const seen = {}
    await until(async () => {
      const { incidents } = await api(mosaik.url, `/api/console/clusters/${first.id}/incidents`)
      const { findings } = await api(mosaik.url, `/api/console/clusters/${second.id}`)
      const now = Date.now() - at
      for (const { kind, nodeId, reason } of incidents) {
        if (nodeId !== DEAD || kind !== 'processGone') continue
        seen.gone ??= now
        if (String(reason).includes(`process number ${stranger.pid} `)) seen.taken ??= now
      }
      for (const { is, node, names } of findings) {
        if (is === 'changedFile' && node === EDITED && EDIT.startsWith(names[0])) seen.edited ??= now
      }
      if (seenSince(at, await clustersOf(mosaik)).every(serves)) seen.healed ??= now
      return [seen.gone, seen.taken, seen.edited, seen.healed].every((each) => each !== undefined)
    })
    const restarted = changed(before, pidsOf(await clustersOf(mosaik)))
    row(
      '… a broker dead meanwhile / its pid with a foreign Java / a server.properties edited: told',
      '3 s',
      [seen.gone, seen.taken, seen.edited].map((each) => seconds(each ?? Number.NaN)).join(' / '),
    )
    row(
      '… healed; what restarted; the foreign Java',
      'that broker alone; lives',
      `${seconds(seen.healed ?? Number.NaN)}; ${restarted.map((key) => key.split('/')[1]).join(', ')}; ${stranger.exitCode === null && stranger.signalCode === null ? 'lives' : 'ended'}`,
    )
  } finally {
    stranger.kill('SIGKILL')
  }
}

/** @param {Mosaik} mosaik @param {() => void} meanwhile */
async function killed(mosaik, meanwhile) {
  await mosaik.kill()
  meanwhile()
  const at = Date.now()
  return { at, readyMs: await mosaik.start() }
}

/** A JVM that waits for a debugger nobody attaches. */
async function harmlessJava() {
  const agent = '-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0'
  const child = spawn('java', [agent, '-version'], { stdio: ['ignore', 'pipe', 'ignore'] })
  await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout.once('data', resolve)
  })
  return child
}

/** @param {Mosaik} mosaik @returns {Promise<Cluster[]>} */
const clustersOf = async ({ url }) =>
  (await api(url, '/api/console/clusters?region=us-east-1')).clusters.toSorted(
    (/** @type {{ name: string }} */ a, /** @type {{ name: string }} */ b) => a.name.localeCompare(b.name),
  )

/** What was stored before the kill says nothing about now. @param {number} at @param {Cluster[]} clusters */
const seenSince = (at, clusters) =>
  clusters.map((cluster) =>
    Date.parse(cluster.observedAt ?? '') >= at ? cluster : { ...cluster, state: 'not seen yet' },
  )

/** @param {Pick<Cluster, 'state' | 'nodes'>} cluster */
const serves = ({ state, nodes }) =>
  state === 'ACTIVE' && nodes.length === 6 && nodes.every(({ health }) => health === 'serving')

/** @param {Cluster[]} clusters */
const allServe = (clusters) => clusters.length === CLUSTERS && clusters.every(serves)

/** @param {Cluster[]} clusters */
const pidsOf = (clusters) =>
  new Map(
    clusters.flatMap(({ id, nodes }) =>
      nodes.map(({ nodeId, pid }) => /** @type {const} */ ([`${id}/${nodeId}`, pid])),
    ),
  )

/** @param {ReadonlyMap<string, number | null>} before @param {ReadonlyMap<string, number | null>} after */
const changed = (before, after) =>
  [...after].filter(([key, pid]) => before.get(key) !== pid).map(([key]) => key)
