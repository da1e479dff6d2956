// @ts-check
import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { compileMetricsThread } from '../bundle/metrics-thread.mjs'
import { loadRuntime } from '../runtime/compile.mjs'
import { buildFrontDoor } from '../server/front-door.mjs'
import { loadNext, proveAnswer } from '../server/next-handler.mjs'
import { endOnSignals } from '../server/shutdown.mjs'
import { endRunning } from '../system/run.mjs'
import { readSettings } from '../system/settings.mjs'
import { buildConsole } from './build.mjs'
import { aloneInClone } from './clone-lock.mjs'
import { generateClient, migrateDatabase } from './database.mjs'
import { lockHome } from './home-lock.mjs'
import { installPackages } from './install.mjs'
import { checkPrograms, openFolder, refuseFullDisk } from './prerequisites.mjs'
import { prepareDefaultRelease } from './release.mjs'
import { removeServerFile, writeServerFile } from './server-file.mjs'

/** `--development`, as `npm run dev` starts it: pages are compiled when asked for and reload themselves. */
const DEVELOPMENT = '--development'

const FREE_MIB_MIN = 256

/**
 * `npm start`, from a fresh clone to a server that answers. What can be refused is refused before anything long or
 * lasting happens; every long step is skipped when its result is already there, and then prints nothing.
 *
 * @param {readonly string[]} args
 */
export async function run(args) {
  const isDevelopment = args.includes(DEVELOPMENT)
  const settings = readSettings(process.env)
  checkPrograms(process.env)
  const letGo = giveUpOnSignals()

  await aloneInClone(installPackages)
  refuseFullDisk(settings.home, FREE_MIB_MIN)
  // A home is made when nothing is left to refuse; in one that is there, whoever else uses it is told before the port.
  const buildDoor = () => buildFrontDoor({ ...settings, allowsUpgrade: isDevelopment })
  const early = existsSync(settings.home) ? null : await buildDoor()
  openFolder(settings.cache, 'XDG_CACHE_HOME', FREE_MIB_MIN)
  openFolder(settings.home, 'MOSAIK_HOME', FREE_MIB_MIN)
  const lock = await lockHome(settings.home)
  const door = early ?? (await buildDoor())
  writeServerFile(settings.home, null)

  await aloneInClone(async () => {
    await generateClient()
    if (!isDevelopment) await buildConsole()
  })
  const metricsThread = await compileMetricsThread()
  // From here on all that is written, also by the brokers, is for this user alone.
  process.umask(0o077)
  await migrateDatabase(settings.databaseFile)
  handOver(settings, { port: door.port, metricsThread, isDevelopment })
  await prepareDefaultRelease(settings.home)

  holdYoungHeap()
  door.open(await loadNext({ host: settings.host, port: door.port, isDevelopment }))
  await proveAnswer(door.url)
  holdOldHeap()
  writeServerFile(settings.home, door.url)
  letGo()
  endOnSignals({
    closeDoor: door.close,
    sayGoodbye: async () => {
      removeServerFile(settings.home)
      await lock.free()
      console.log(await goodbye(settings.home))
    },
  })
  console.log(`Mosaik is ready at ${door.url}`)
}

/**
 * The environment as `lib/server` reads it: every setting resolved.
 *
 * @param {import('../system/settings.mjs').Settings} settings
 * @param {{ port: number, metricsThread: string, isDevelopment: boolean }} facts
 */
function handOver(settings, { port, metricsThread, isDevelopment }) {
  Object.assign(process.env, {
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    MOSAIK_HOME: settings.home,
    MOSAIK_METRICS_THREAD: metricsThread,
    DATABASE_URL: settings.databaseUrl,
    HOST: settings.host,
    PORT: String(port),
  })
  // A client library that forgets a promise must not take the console down; the brokers would not notice either way.
  process.on('unhandledRejection', (reason) => console.error('A background task failed:', reason))
}

/**
 * V8 sizes its heap for speed alone: 270 MiB after some thousand requests. Held to small steps the process stays at
 * 140 MiB, at a tenth of its speed, and without a hard limit that could end it.
 *
 * Outside of that heap the C library keeps arenas for the threads, which the start script of `package.json` holds to
 * two: 241 instead of 260 MiB resident after ten minutes of requests.
 *
 * The young generation is held from here on, where it has grown to 2 x 4 MiB; its maximum can no longer be set.
 */
const holdYoungHeap = () => setFlagsFromString('--semi-space-growth-factor=1')

/** The old generation, once everything is loaded: before that it would only be searched in vain. */
const holdOldHeap = () => setFlagsFromString('--heap-growing-percent=30')

/**
 * Until the server is ready a signal gives the start up, together with the step that runs at the moment.
 * @returns {() => void} ends that
 */
function giveUpOnSignals() {
  const giveUp = (/** @type {number} */ code) => () => {
    endRunning()
    process.exit(code)
  }
  const [onInterrupt, onTerminate] = [giveUp(130), giveUp(143)]
  process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate)
  return () => void process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate)
}

/** @param {string} home */
async function goodbye(home) {
  const nodes = await (await loadRuntime()).findNodes(home)
  const running = new Set(nodes.filter((node) => node.process !== null).map(({ cluster }) => cluster.arn))
    .size
  if (running === 0) return 'Mosaik has stopped. No cluster is running.'
  const which = running === 1 ? '1 cluster keeps' : `${running} clusters keep`
  return `Mosaik has stopped. ${which} running; npm run stop ends ${running === 1 ? 'it' : 'them'} too.`
}
