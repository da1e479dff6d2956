import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ReleaseSeen } from '@/lib/domain/plan/world'
import { releaseWorkSentence } from '@/lib/domain/release-work'
import type { ReleaseExtras } from '../../runtime'
import type { LocalSettings } from '../settings'
import { withAside } from './build-folder'
import { findRelease, LOCAL_RELEASES, ZOOKEEPER_SERVER_RELEASE, type ReleaseFacts } from './catalogue'
import { ensureExporter, ensureJarSet, findExporter, findJarSet, type JarSet, type Report } from './jar-set'
import { chooseJava, findJavas, isSameJava, type Java } from './java'
import type { ReadyRelease, RunnableJars } from './ready-release'
import { formatOnce } from './format-once'
import type { Rehearsal } from './rehearsal'
import { trainArchives, type ArchiveFiles } from './train-archive'

/** The releases on this machine: what is there, what is being fetched, what failed. */
export type Releases = {
  observe(release: string, extras?: ReleaseExtras): Promise<ReleaseSeen>
  /** Everything for starting nodes, or null when it must be prepared first. */
  ready(release: string): Promise<ReadyRelease | null>
  /** Fetches and trains what is missing; ends when the release is ready. Asks at the same time share one job. */
  prepare(release: string, report?: Report, extras?: ReleaseExtras): Promise<ReadyRelease>
  /** Path of the JMX exporter's jar; null while no cluster wanted it. */
  exporterJar(): string | null
  javas(): Promise<readonly Java[]>
}

type Job = { doing: string; since: number; reports: Report[]; done: Promise<ReadyRelease> }

export function createReleases(settings: LocalSettings): Releases {
  const jobs = new Map<string, Job>()
  const failures = new Map<string, string>()
  const known = new Map<string, ReadyRelease>()
  /** Archives that could not be made, by the file they would have been: not tried again in this process. */
  const untrained = new Map<string, string>()
  let javasFound: Promise<readonly Java[]> | null = null

  /** Asked for again once one is another: an upgrade brings other archives, and often another home. */
  async function javas(): Promise<readonly Java[]> {
    const kept = await (javasFound ??= findJavas(settings))
    if (kept.length > 0 && kept.every(isSameJava)) return kept
    return (javasFound = findJavas(settings))
  }

  async function ready(release: string): Promise<ReadyRelease | null> {
    const kept = known.get(release)
    if (kept && isSameJava(kept.java) && isStillThere(kept)) return kept
    known.delete(release)
    const found = await findReady(factsOf(release), settings, await javas(), untrained)
    if (found) known.set(release, found)
    return found
  }

  function prepare(
    release: string,
    report: Report = () => undefined,
    extras: ReleaseExtras = NO_EXTRAS,
  ): Promise<ReadyRelease> {
    const key = jobKey(release, extras)
    const running = jobs.get(key)
    if (running) {
      running.reports.push(report)
      return running.done
    }
    failures.delete(key)
    const tell: Report = (doing) => {
      job.doing = doing
      for (const each of job.reports) each(doing)
    }
    const job: Job = {
      doing: releaseWorkSentence('looking', { what: `Kafka ${release}` }),
      since: Date.now(),
      reports: [report],
      done: Promise.resolve()
        .then(() => work(release, extras, tell))
        .catch((error: unknown) => {
          // What was missing may be installed by the time somebody asks again.
          javasFound = null
          failures.set(key, error instanceof Error ? error.message : String(error))
          throw error
        })
        .finally(() => jobs.delete(key)),
    }
    jobs.set(key, job)
    return job.done
  }

  async function work(release: string, extras: ReleaseExtras, tell: Report): Promise<ReadyRelease> {
    if (!extras.jmxExporter) return (await ready(release)) ?? makeReady(release, tell)
    // Who wants more shares the work on the release with those who do not.
    const made = (await ready(release)) ?? (await prepare(release, tell))
    await ensureExporter(settings, tell)
    return made
  }

  async function makeReady(release: string, report: Report): Promise<ReadyRelease> {
    await makeFromJars(factsOf(release), await javas(), settings, untrained, report)
    const made = await ready(release)
    if (!made) throw new Error(`Kafka ${release} was prepared but is not complete in ${settings.cache}.`)
    return made
  }

  async function observe(release: string, extras: ReleaseExtras = NO_EXTRAS): Promise<ReleaseSeen> {
    const key = jobKey(release, extras)
    const job = jobs.get(key)
    if (job) return { state: 'preparing', doing: job.doing, since: job.since }
    const why = failures.get(key)
    if (why !== undefined) return { state: 'failed', why }
    try {
      const isWhole = !extras.jmxExporter || findExporter(settings) !== null
      return (await ready(release)) && isWhole ? { state: 'ready' } : { state: 'missing' }
    } catch (error) {
      return { state: 'failed', why: error instanceof Error ? error.message : String(error) }
    }
  }

  return { observe, ready, prepare, javas, exporterJar: () => findExporter(settings) }
}

const NO_EXTRAS: ReleaseExtras = { jmxExporter: false }

const jobKey = (release: string, { jmxExporter }: ReleaseExtras): string =>
  jmxExporter ? `${release} with the JMX exporter` : release

/** Asked with each look: a cache that was emptied is noticed by a few of its files. */
const isStillThere = ({ kafka, bootstrapCheckpoint }: ReadyRelease): boolean =>
  [kafka.classPath[0], kafka.classPath.at(-1), kafka.archive, bootstrapCheckpoint].every(
    (path) => path === undefined || path === null || existsSync(path),
  )

function factsOf(release: string): ReleaseFacts {
  const facts = findRelease(release)
  if (facts) return facts
  throw new Error(
    `Kafka ${release} is not one of the releases that can run here: ${LOCAL_RELEASES.join(', ')}.`,
  )
}

/** An archive fits one build of Java, one set of jars and one kind of process. */
function archiveFile(kind: 'kafka' | 'zookeeper', jars: JarSet, java: Java): string {
  const key = createHash('sha256').update(`${java.build} ${jars.fingerprint}`).digest('hex').slice(0, 12)
  return join(jars.folder, `${kind}-${key}.jsa`)
}

const checkpointFile = ({ folder }: JarSet): string => join(folder, 'bootstrap.checkpoint')

const zookeeperFacts = ({ mode }: ReleaseFacts): ReleaseFacts | null =>
  mode === 'ZOOKEEPER' ? factsOf(ZOOKEEPER_SERVER_RELEASE) : null

async function findReady(
  facts: ReleaseFacts,
  settings: LocalSettings,
  javas: readonly Java[],
  untrained: ReadonlyMap<string, string>,
): Promise<ReadyRelease | null> {
  const choice = chooseJava(facts, javas)
  if ('problem' in choice) throw new Error(choice.problem)
  const { java } = choice
  const ofZookeeper = zookeeperFacts(facts)
  const kafkaSet = await findJarSet(facts, settings)
  const zookeeperSet = ofZookeeper && (await findJarSet(ofZookeeper, settings))
  if (!kafkaSet || (ofZookeeper && !zookeeperSet)) return null
  const checkpoint = facts.mode === 'KRAFT' ? checkpointFile(kafkaSet) : null
  if (checkpoint && !existsSync(checkpoint)) return null
  const kafka = runnable(facts, kafkaSet, archiveFile('kafka', kafkaSet, java), settings, untrained)
  if (!kafka) return null
  const zookeeper =
    ofZookeeper && zookeeperSet
      ? runnable(ofZookeeper, zookeeperSet, archiveFile('zookeeper', zookeeperSet, java), settings, untrained)
      : null
  if (ofZookeeper && !zookeeper) return null
  const without = [...kafkaSet.without, ...untrained.values()]
  return { facts, java, kafka, zookeeper, bootstrapCheckpoint: checkpoint, without }
}

/** Null while an archive is wanted, missing and not yet known to be impossible. */
function runnable(
  facts: ReleaseFacts,
  jars: JarSet,
  archive: string,
  settings: LocalSettings,
  untrained: ReadonlyMap<string, string>,
): RunnableJars | null {
  const present = existsSync(archive)
  if (settings.archive && !present && !untrained.has(archive)) return null
  return withArchive(facts, jars, settings.archive && present ? archive : null)
}

const withArchive = (
  { release, logging }: ReleaseFacts,
  { classPath, agent }: JarSet,
  archive: string | null,
): RunnableJars => ({ release, classPath, archive, agent, logging: logging.backend })

async function makeFromJars(
  facts: ReleaseFacts,
  javas: readonly Java[],
  settings: LocalSettings,
  untrained: Map<string, string>,
  report: Report,
): Promise<void> {
  const choice = chooseJava(facts, javas)
  if ('problem' in choice) throw new Error(choice.problem)
  const { java } = choice
  const ofZookeeper = zookeeperFacts(facts)
  const kafkaSet = await ensureJarSet(facts, settings, report)
  const zookeeperSet = ofZookeeper && (await ensureJarSet(ofZookeeper, settings, report))
  await withAside(join(settings.cache, 'kafka'), 'rehearsal', async (scratch) => {
    const rehearsal: Rehearsal = {
      facts,
      java,
      kafka: withArchive(facts, kafkaSet, null),
      zookeeper: ofZookeeper && zookeeperSet ? withArchive(ofZookeeper, zookeeperSet, null) : null,
      scratch,
    }
    const checkpoint = facts.mode === 'KRAFT' ? checkpointFile(kafkaSet) : null
    if (checkpoint && !existsSync(checkpoint)) {
      report(releaseWorkSentence('formatting', { what: `Kafka ${facts.release}` }))
      await formatOnce(rehearsal, checkpoint)
    }
    if (!settings.archive) return
    const archives: ArchiveFiles = {
      kafka: archiveFile('kafka', kafkaSet, java),
      zookeeper: zookeeperSet ? archiveFile('zookeeper', zookeeperSet, java) : null,
    }
    await trainOrTell(rehearsal, archives, checkpoint, untrained, report)
  })
}

/** An archive only saves time: a release that cannot have one is told about, and used. */
async function trainOrTell(
  rehearsal: Rehearsal,
  archives: ArchiveFiles,
  checkpoint: string | null,
  untrained: Map<string, string>,
  report: Report,
): Promise<void> {
  const { release } = rehearsal.facts
  let why = 'the JVM wrote none'
  await trainArchives(rehearsal, archives, checkpoint, report).catch((error: unknown) => {
    why = error instanceof Error ? error.message : String(error)
  })
  for (const file of [archives.kafka, archives.zookeeper]) {
    if (file === null || existsSync(file)) continue
    const sentence = `Kafka ${release} has no class archive and starts more slowly: ${why}.`
    untrained.set(file, sentence)
    report(sentence)
  }
}
