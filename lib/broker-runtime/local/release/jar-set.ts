import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RELEASE_EXTRAS, releaseWorkSentence } from '@/lib/domain/release-work'
import type { LocalSettings } from '../settings'
import type { ReleaseFacts } from './catalogue'
import { buildFolder } from './build-folder'
import { findDistribution } from './distribution'
import { copyDependencies } from './maven'
import { AGENT_JAR, agentPom, EXPORTER_JAR, exporterPom, releasePom } from './pom'

/** The jars of one release, wherever they came from, and the folder for what is made from them. */
export type JarSet = {
  folder: string
  classPath: readonly string[]
  agent: string | null
  /** Names, sizes and times of all jars: an archive fits exactly one such set. */
  fingerprint: string
  without: readonly string[]
}

export type Report = (doing: string) => void

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** What is there already. Null: it must be fetched. */
export async function findJarSet(facts: ReleaseFacts, settings: LocalSettings): Promise<JarSet | null> {
  if (settings.kafkaDist) return findUnpacked(facts, settings, settings.kafkaDist)
  const folder = fetchedFolder(facts, settings)
  if (!existsSync(folder)) return null
  const agent = join(folder, 'agent', AGENT_JAR)
  return { folder, ...(await jarsIn(join(folder, 'jars'), agent)), agent, without: [] }
}

/** Finds the jars or fetches them. A folder in its final place is complete: it is built aside and renamed. */
export async function ensureJarSet(
  facts: ReleaseFacts,
  settings: LocalSettings,
  report: Report,
): Promise<JarSet> {
  if (settings.kafkaDist) await fetchAgent(settings, report).catch(() => undefined)
  const present = await findJarSet(facts, settings)
  if (present) return present
  await buildFolder(fetchedFolder(facts, settings), async (folder) => {
    await fetchInto(folder, releasePom(facts), `Kafka ${facts.release}`, report)
    await mkdir(join(folder, 'agent'))
    await rename(join(folder, 'jars', AGENT_JAR), join(folder, 'agent', AGENT_JAR))
  })
  const fetched = await findJarSet(facts, settings)
  if (!fetched) throw new Error(`Maven left no jars in ${fetchedFolder(facts, settings)}.`)
  return fetched
}

const fetchedFolder = (facts: ReleaseFacts, { cache }: LocalSettings): string =>
  join(cache, 'kafka', `${facts.release}-${short(releasePom(facts))}`)

const agentFolder = ({ cache }: LocalSettings): string => join(cache, 'kafka', `agent-${short(agentPom())}`)

const exporterFolder = ({ cache }: LocalSettings): string =>
  join(cache, 'kafka', `jmx-exporter-${short(exporterPom())}`)

/** Path of the JMX exporter's jar; null while nobody wanted it. */
export function findExporter(settings: LocalSettings): string | null {
  const jar = join(exporterFolder(settings), 'jars', EXPORTER_JAR)
  return existsSync(jar) ? jar : null
}

/** Unlike the metrics agent it was asked for: without it the cluster is not what it was said to be. */
export async function ensureExporter(settings: LocalSettings, report: Report): Promise<void> {
  if (findExporter(settings) !== null) return
  const what = RELEASE_EXTRAS.exporter
  await buildFolder(exporterFolder(settings), (aside) => fetchInto(aside, exporterPom(), what, report)).catch(
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`The Prometheus JMX exporter for open monitoring could not be fetched: ${why}`)
    },
  )
}

async function findUnpacked(facts: ReleaseFacts, settings: LocalSettings, dist: string): Promise<JarSet> {
  const libs = await findDistribution(facts, dist)
  const fetched = join(agentFolder(settings), 'jars', AGENT_JAR)
  const agent = existsSync(fetched) ? fetched : null
  const folder = join(settings.cache, 'kafka', `${facts.release}-dist-${short(libs)}`)
  await mkdir(folder, { recursive: true })
  const without = 'The metrics agent could not be fetched from Maven Central: these nodes run without it.'
  return {
    folder,
    ...(await jarsIn(libs, agent)),
    agent,
    without: agent ? [] : [without],
  }
}

async function fetchAgent(settings: LocalSettings, report: Report): Promise<void> {
  const folder = agentFolder(settings)
  if (existsSync(folder)) return
  await buildFolder(folder, (aside) => fetchInto(aside, agentPom(), RELEASE_EXTRAS.agent, report))
}

async function fetchInto(folder: string, pom: string, what: string, report: Report): Promise<void> {
  const pomFile = join(folder, 'pom.xml')
  await writeFile(pomFile, pom)
  report(releaseWorkSentence('asking', { what }))
  let jars = 0
  await copyDependencies(pomFile, join(folder, 'jars'), (jar) => {
    jars += 1
    report(releaseWorkSentence('fetching', { what, jar, count: jars }))
  })
}

/** Sorted by name, so that every start has the same class path; the agent's jar is its end. */
async function jarsIn(
  folder: string,
  agent: string | null,
): Promise<Pick<JarSet, 'classPath' | 'fingerprint'>> {
  const names = (await readdir(folder)).filter(isRunnableJar).toSorted()
  const classPath = [...names.map((name) => join(folder, name)), ...(agent ? [agent] : [])]
  const marks = await Promise.all(
    classPath.map(async (path) => {
      const { size, mtimeMs } = await stat(path)
      return `${path} ${size} ${mtimeMs}`
    }),
  )
  return { classPath, fingerprint: short(marks.join('\n')) }
}

/** Apache's archives also carry sources, documentation and tests as jars. */
const isRunnableJar = (name: string): boolean =>
  name.endsWith('.jar') && !/-(?:sources|javadoc|test|test-sources|scaladoc)\.jar$/.test(name)
