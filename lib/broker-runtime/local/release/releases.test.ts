import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeJavaSettings } from '../testing/fake-java'
import type { LocalSettings } from '../settings'
import { buildFolder } from './build-folder'
import { createReleases } from './releases'

let root: string
let settings: LocalSettings & { root: string }

beforeEach(async () => {
  const fake = await fakeJavaSettings()
  root = fake.root
  settings = {
    home: join(root, 'home'),
    cache: join(root, 'cache'),
    kafkaDist: null,
    javaHomes: [],
    archive: false,
    ...fake,
  }
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(root, { recursive: true, force: true })
})

/** A `mvn` that does what the script says; its pom is the word after -f, its folder in -DoutputDirectory. */
async function maven(script: string): Promise<void> {
  const bin = join(root, 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(
    join(bin, 'mvn'),
    `#!/bin/sh\nfor a; do case $a in -DoutputDirectory=*) out=\${a#*=};; esac; done\n${script}\n`,
  )
  await chmod(join(bin, 'mvn'), 0o755)
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`)
}

const FETCHES = `echo run >> $0.runs; mkdir -p $out
for jar in kafka_2.13-4.3.1 jolokia-agent-jvm-2.4.2-javaagent; do
  echo "[INFO] Downloaded from central: https://repo/x/$jar.jar (1 kB)"; : > $out/$jar.jar; done`

test('fetches a release once for all who ask, and tells how far it is', async () => {
  await maven(FETCHES)
  const releases = createReleases({ ...settings, kafkaDist: null })
  expect(await releases.observe('4.3.1')).toEqual({ state: 'missing' })
  const told: string[] = []
  const jobs = [releases.prepare('4.3.1', (doing) => told.push(doing)), releases.prepare('4.3.1')]
  expect(await releases.observe('4.3.1')).toEqual({
    state: 'preparing',
    doing: expect.any(String),
    since: expect.any(Number),
  })
  const [ready] = await Promise.all(jobs)
  expect(await releases.observe('4.3.1')).toEqual({ state: 'ready' })
  expect(await readFile(join(root, 'bin', 'mvn.runs'), 'utf8')).toBe('run\n')
  expect(told).toEqual([
    'Asking Maven Central for Kafka 4.3.1',
    'Fetching Kafka 4.3.1: kafka_2.13-4.3.1.jar (1)',
    'Fetching Kafka 4.3.1: jolokia-agent-jvm-2.4.2-javaagent.jar (2)',
    'Formatting metadata of Kafka 4.3.1',
  ])
  expect(ready?.kafka.classPath.map((jar) => jar.split('/').at(-1))).toEqual([
    'kafka_2.13-4.3.1.jar',
    'jolokia-agent-jvm-2.4.2-javaagent.jar',
  ])
  expect(await createReleases({ ...settings, kafkaDist: null }).observe('4.3.1')).toEqual({ state: 'ready' })
})

test('fails with Maven’s own sentence, leaves nothing, and may be asked again', async () => {
  await maven(
    'mkdir -p $out; : > $out/half.jar; echo "[ERROR] Could not transfer artifact: Connection refused -> [Help 1]"; exit 1',
  )
  const releases = createReleases({ ...settings, kafkaDist: null })
  await expect(releases.prepare('4.3.1')).rejects.toThrow('Could not transfer artifact: Connection refused')
  expect(await releases.observe('4.3.1')).toEqual({
    state: 'failed',
    why: 'Could not transfer artifact: Connection refused',
  })
  expect(await readdir(join(root, 'cache', 'kafka'))).toEqual([])
  await maven(FETCHES)
  await releases.prepare('4.3.1')
  expect(await releases.observe('4.3.1')).toEqual({ state: 'ready' })
})

const EXPORTER = 'jmx_prometheus_javaagent-1.0.1'
/** A pom that names the exporter names nothing else. */
const FETCHES_BOTH = `case "$(cat $3)" in *jmx_prometheus*) mkdir -p $out; : > $out/${EXPORTER}.jar; exit 0;; esac
${FETCHES}`

test('the JMX exporter is fetched for clusters that want it, and for no other', async () => {
  await maven(FETCHES_BOTH)
  const releases = createReleases({ ...settings, kafkaDist: null })
  await releases.prepare('4.3.1')
  expect(releases.exporterJar()).toBeNull()
  const extras = { jmxExporter: true }
  expect(await releases.observe('4.3.1', extras)).toEqual({ state: 'missing' })
  const told: string[] = []
  const asked = [releases.prepare('4.3.1', (doing) => told.push(doing), extras), releases.prepare('4.3.1')]
  await Promise.all(asked)
  expect(told).toEqual(['Asking Maven Central for the Prometheus JMX exporter'])
  expect(releases.exporterJar()).toMatch(new RegExp(`jmx-exporter-\\w+/jars/${EXPORTER}\\.jar$`))
  expect(await releases.observe('4.3.1', extras)).toEqual({ state: 'ready' })
})

test('a JMX exporter that cannot be fetched fails the clusters that want it, and no other', async () => {
  await maven(FETCHES)
  const releases = createReleases({ ...settings, kafkaDist: null })
  await releases.prepare('4.3.1')
  await maven('echo "[ERROR] Could not transfer artifact: Connection refused"; exit 1')
  const why =
    'The Prometheus JMX exporter for open monitoring could not be fetched: Could not transfer artifact: Connection refused'
  const extras = { jmxExporter: true }
  await expect(releases.prepare('4.3.1', undefined, extras)).rejects.toThrow(why)
  expect(await releases.observe('4.3.1', extras)).toEqual({ state: 'failed', why })
  expect(await releases.observe('4.3.1')).toEqual({ state: 'ready' })
})

test('says what to install where Maven is missing', async () => {
  vi.stubEnv('PATH', '/nowhere')
  const releases = createReleases({ ...settings, kafkaDist: null })
  await expect(releases.prepare('4.3.1')).rejects.toThrow(/Maven is not installed: .*apt install maven/)
})

test('runs unpacked releases, without the agent where it cannot be fetched', async () => {
  vi.stubEnv('PATH', '/nowhere')
  const releases = createReleases(settings)
  const ready = await releases.prepare('4.3.1')
  expect(ready.kafka).toMatchObject({ agent: null, archive: null })
  expect(ready.kafka.classPath).toEqual([join(root, 'dist/kafka_2.13-4.3.1/libs/kafka_2.13-4.3.1.jar')])
  expect(ready.without).toEqual([expect.stringMatching(/metrics agent could not be fetched/)])
  await expect(releases.prepare('4.2.1')).rejects.toThrow(
    /MOSAIK_KAFKA_DIST \(.*dist\) holds no Kafka 4\.2\.1\. Unpack kafka_2\.13-4\.2\.1\.tgz there/,
  )
})

test('accepts the folder of one release as MOSAIK_KAFKA_DIST', async () => {
  vi.stubEnv('PATH', '/nowhere')
  const releases = createReleases({ ...settings, kafkaDist: join(root, 'dist/kafka_2.13-4.3.1') })
  expect((await releases.prepare('4.3.1')).kafka.classPath).toHaveLength(1)
})

test('refuses an unpacked 2.2.1 whose ZooKeeper client never connects', async () => {
  vi.stubEnv('PATH', '/nowhere')
  const libs = join(root, 'dist/kafka_2.12-2.2.1/libs')
  await mkdir(libs, { recursive: true })
  for (const jar of ['kafka_2.12-2.2.1.jar', 'zookeeper-3.4.13.jar']) await writeFile(join(libs, jar), '')
  await expect(createReleases(settings).prepare('2.2.1')).rejects.toThrow(
    /brings zookeeper-3\.4\.13\.jar, which does not work on current Javas\. Replace it by zookeeper-3\.4\.12\.jar/,
  )
})

test('knows no other release', async () => {
  expect(await createReleases(settings).observe('0.8.2')).toEqual({
    state: 'failed',
    why: expect.stringMatching(/^Kafka 0\.8\.2 is not one of the releases that can run here: 4\.3\.1,/),
  })
})

test('a release that cannot have an archive is used without, and says so', async () => {
  await maven(FETCHES)
  const told: string[] = []
  const releases = createReleases({ ...settings, kafkaDist: null, archive: true })
  const ready = await releases.prepare('4.3.1', (doing) => told.push(doing))
  expect(ready.kafka.archive).toBeNull()
  expect(told.at(-1)).toMatch(/^Kafka 4\.3\.1 has no class archive and starts more slowly: /)
  expect(await releases.observe('4.3.1')).toEqual({ state: 'ready' })
})

test('a Java that is upgraded while Mosaik runs is what the next node starts with', async () => {
  vi.stubEnv('PATH', '/nowhere')
  const releases = createReleases(settings)
  expect((await releases.prepare('4.3.1')).java.version).toBe('17.0.0')
  const launcher = join(root, 'jdk/bin/java')
  const upgraded = (await readFile(launcher, 'utf8')).replace(
    'java.version = 17.0.0',
    'java.version = 17.0.1',
  )
  await rm(launcher)
  await writeFile(launcher, upgraded)
  await chmod(launcher, 0o755)
  expect(await releases.observe('4.3.1')).toEqual({ state: 'ready' })
  expect((await releases.ready('4.3.1'))?.java.version).toBe('17.0.1')
  await rm(launcher)
  expect(await releases.observe('4.3.1')).toEqual({
    state: 'failed',
    why: expect.stringMatching(/needs a Java from 17 to 25, but no java was found/),
  })
  await writeFile(launcher, upgraded)
  await chmod(launcher, 0o755)
  await releases.prepare('4.3.1')
  expect(await releases.observe('4.3.1')).toEqual({ state: 'ready' })
})

test('ends the rehearsal of a run that was killed', async () => {
  await maven(FETCHES)
  const rehearsalOf = (owner: number) =>
    spawn(process.execPath, ['-e', 'setTimeout(() => 0, 60000)', '--', `-Dmosaik.rehearsal=${owner}`])
  // No process has this pid: Linux counts to 4194304.
  const [left, own] = [rehearsalOf(4194305), rehearsalOf(process.pid)]
  const ended = new Promise((resolve) => left.once('exit', (_, signal) => resolve(signal)))
  await createReleases({ ...settings, kafkaDist: null, archive: true }).prepare('4.3.1')
  expect(await ended).toBe('SIGKILL')
  expect(own.exitCode).toBeNull()
  own.kill('SIGKILL')
})

test('a folder is built whole or not at all, also by two at once', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'mosaik-build-'))
  const folder = join(parent, 'x')
  const broken = buildFolder(folder, async (aside) => {
    await writeFile(join(aside, 'half'), '')
    throw new Error('out of luck')
  })
  await expect(broken).rejects.toThrow('out of luck')
  expect(await readdir(parent)).toEqual([])
  // What a run left that was killed: no process has this pid.
  await mkdir(join(parent, '.building-4194305-abcd-x'))
  const build = (aside: string): Promise<void> => writeFile(join(aside, 'whole'), '')
  await Promise.all([buildFolder(folder, build), buildFolder(folder, build)])
  expect(await readdir(parent)).toEqual(['x'])
  expect(await readdir(folder)).toEqual(['whole'])
  await rm(parent, { recursive: true })
})
