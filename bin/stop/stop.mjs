// @ts-check
import { lockHome } from '../start/home-lock.mjs'
import { readServerFile } from '../start/server-file.mjs'
import { loadRuntime } from '../runtime/compile.mjs'
import { endProcess } from '../system/process-identity.mjs'
import { showStep } from '../system/progress.mjs'
import { readSettings } from '../system/settings.mjs'
import { existsSync } from 'node:fs'

/**
 * A broker hands its leaders over and marks its files as cleanly closed. The last one of an old release has nobody to
 * hand over to and tries three times for five seconds.
 */
const BROKER_GRACE_MS = 30_000
const VOTER_GRACE_MS = 8_000
const SERVER_GRACE_MS = 5_000

/**
 * `npm run stop`: ends the server of this home and then its clusters, for now. What should run is not changed, so
 * the next start resumes it. The server goes first, because it would start again what ends.
 */
export async function run() {
  const { home } = readSettings(process.env)
  if (!existsSync(home)) return console.log(`There is nothing to stop: ${home} does not exist.`)
  const server = readServerFile(home)
  if (server) await endProcess(server, SERVER_GRACE_MS)
  // Held until the end: a start in the meantime is refused instead of racing with us.
  const lock = await lockHome(home, SERVER_GRACE_MS)
  const stopped = await stopNodes(home)
  await lock.free()
  if (server) console.log(`Stopped the server (pid ${server.pid}).`)
  console.log(stopped)
}

/** @param {string} home */
async function stopNodes(home) {
  const runtime = await loadRuntime()
  const running = (await runtime.findNodes(home)).filter((node) => node.process !== null)
  if (running.length === 0) return 'No cluster is running.'
  const clusters = [...new Set(running.map(({ cluster }) => cluster.name))].toSorted()
  // Side by side, and each in its own order: a slow cluster holds up nobody else's controllers.
  await showStep(`Stopping ${clusters.join(', ')}`, () =>
    Promise.all(
      clusters.map((name) =>
        stopCluster(
          runtime,
          running.filter(({ cluster }) => cluster.name === name),
        ),
      ),
    ),
  )
  return `Stopped ${clusters.join(', ')} (${running.length} processes). npm start resumes them.`
}

/**
 * Brokers hand over to controllers, so controllers and ZooKeeper outlive them.
 *
 * @param {Awaited<ReturnType<typeof loadRuntime>>} runtime
 * @param {readonly import('../runtime/local-runtime').FoundNode[]} nodes
 */
async function stopCluster(runtime, nodes) {
  const isVoterOnly = (/** @type {typeof nodes[number]} */ { identity: { role } }) =>
    role === 'controller' || role === 'zookeeper'
  await end(
    runtime,
    nodes.filter((node) => !isVoterOnly(node)),
    BROKER_GRACE_MS,
  )
  await end(runtime, nodes.filter(isVoterOnly), VOTER_GRACE_MS)
}

/**
 * @param {Awaited<ReturnType<typeof loadRuntime>>} runtime
 * @param {readonly import('../runtime/local-runtime').FoundNode[]} nodes
 * @param {number} graceMs
 */
const end = (runtime, nodes, graceMs) =>
  Promise.all(
    nodes.map(async (node) => {
      if (!node.process) return
      runtime.recordStop(node)
      await endProcess(node.process, graceMs)
    }),
  )
