// @ts-check
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { loadRuntime } from '../runtime/compile.mjs'
import { showStep } from '../system/progress.mjs'
import { Refusal } from '../system/refusal.mjs'
import { readSettings } from '../system/settings.mjs'
import { findCluster, listClusters } from './cluster-facts.mjs'
import { connect, findTool, toolNames } from './tools.mjs'

const USAGE =
  'Usage: npm run -s kafka -- CLUSTER TOOL [options], for example: npm run -s kafka -- orders topics --list'

/**
 * Runs one of Kafka's own tools, of the cluster's own release, straight from its jars: no shell script, no download
 * of another Kafka, and the cluster's addresses filled in. Its input, output and exit code are the tool's own.
 *
 * @param {readonly string[]} args
 */
export async function run([name, tool, ...options]) {
  const { home } = readSettings(process.env)
  const runtime = await loadRuntime()
  const nodes = await runtime.findNodes(home)
  if (name === undefined) throw new Refusal(`${USAGE}\n${listClusters(nodes)}`)
  const cluster = findCluster(nodes, runtime.readProperties, name)
  const known = `Kafka ${cluster.release} has: ${toolNames(cluster.release).join(', ')}.`
  if (tool === undefined) throw new Refusal(`${USAGE}\n${known}`)
  const found = findTool(tool.replace(/^kafka-/, '').replace(/\.sh$/, ''), cluster.release)
  if (!found) throw new Refusal(`Kafka ${cluster.release} has no tool "${tool}". ${known}`)
  if (!cluster.isRunning) throw new Refusal(`Cluster "${cluster.name}" is not running. Start it first.`)

  const ready = await readyRelease(runtime, home, cluster.release)
  const toolArguments = connect(found.connection, options, cluster)
  return runJava(ready.java.executable, [...jvmArguments(ready), found.mainClass, ...toolArguments])
}

/**
 * @param {Awaited<ReturnType<typeof loadRuntime>>} runtime
 * @param {string} home
 * @param {string} release
 */
async function readyRelease({ findRelease, prepareRelease }, home, release) {
  const found = await findRelease(home, release)
  if (found) return found
  return showStep(`Preparing Kafka ${release}`, (detail) => prepareRelease(home, release, detail))
}

/** @param {import('@/lib/broker-runtime/local/release/ready-release').ReadyRelease} ready */
function jvmArguments({ kafka, java }) {
  const config = (/** @type {string} */ file) => `file:${fileURLToPath(new URL(file, import.meta.url))}`
  const own = `${process.env.KAFKA_HEAP_OPTS ?? '-Xmx256m'} ${process.env.KAFKA_OPTS ?? ''}`
  return [
    ...own.split(/\s+/).filter((option) => option !== ''),
    '-XX:+UseSerialGC',
    '-XX:-UsePerfData',
    // The brokers' archive holds most classes of the tools too. What does not fit is loaded from the jars, silently.
    ...(kafka.archive ? ['-Xshare:auto', `-XX:SharedArchiveFile=${kafka.archive}`, '-Xlog:disable'] : []),
    ...(java.feature >= 24
      ? ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow']
      : []),
    kafka.logging === 'log4j2'
      ? `-Dlog4j2.configurationFile=${config('log4j2.properties')}`
      : `-Dlog4j.configuration=${config('log4j.properties')}`,
    '-Dzookeeper.sasl.client=false',
    '-cp',
    kafka.classPath.join(':'),
  ]
}

/**
 * The terminal sends Ctrl-C to the tool as well; it decides when to end and this process only passes on how.
 *
 * @param {string} java
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function runJava(java, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(java, args, { stdio: 'inherit' })
    process.on('SIGINT', () => undefined)
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', (error) => reject(new Refusal(`${java} could not be run: ${error.message}`)))
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
