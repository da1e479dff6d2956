import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalSettings } from '../settings'

/**
 * A `java` that is a few lines of Node and a Kafka that is an empty jar: the driver starts, finds and ends real
 * processes with them, a hundred times quicker than with Kafka. It listens where the node's properties say, logs as
 * Kafka does, ends on SIGTERM, and fails as its properties ask (`fake.exit`).
 */
const FAKE_JAVA = `#!${process.execPath}
const { appendFileSync, mkdirSync, readFileSync, writeFileSync, existsSync } = require('node:fs')
const args = process.argv.slice(2)
if (args.includes('-XshowSettings:properties')) {
  console.error('    java.home = ' + require('node:path').dirname(__dirname))
  console.error('    java.specification.version = 17\\n    java.version = 17.0.0\\n    java.vm.version = fake')
  process.exit(0)
}
if (args.includes('kafka.tools.StorageTool')) {
  mkdirSync('data', { recursive: true })
  writeFileSync('data/bootstrap.checkpoint', 'a checkpoint')
  process.exit(0)
}
const properties = Object.fromEntries(
  readFileSync('server.properties', 'utf8').split('\\n').filter(Boolean).map((line) => line.split(/=(.*)/s)),
)
const say = (level, text) => {
  const time = new Date().toISOString().replace('T', ' ').replace('.', ',').replace('Z', '')
  appendFileSync('logs/server.log', '[' + time + '] ' + level + ' ' + text + '\\n')
}
say('INFO', 'starting (kafka.server.KafkaRaftServer)')
if (properties['fake.exit']) {
  say('ERROR', 'Exiting Kafka due to fatal exception (kafka.Kafka$)')
  appendFileSync('logs/server.log', 'org.apache.kafka.common.config.ConfigException: ' + properties['fake.exit'] + '\\n')
  process.exit(1)
}
const [, host, port] = /CLIENT:\\/\\/([^:]+):(\\d+)/.exec(properties.listeners)
require('node:net').createServer().listen(Number(port), host, () => {
  setTimeout(() => say('INFO', '[KafkaRaftServer nodeId=1] Kafka Server started (kafka.server.KafkaRaftServer)'), 50)
})
process.on('SIGTERM', () => setTimeout(() => process.exit(143), Number(properties['fake.stop.ms'] ?? 50)))
`

export async function fakeJavaSettings(): Promise<Partial<LocalSettings> & { root: string }> {
  const root = await mkdtemp(join(tmpdir(), 'mosaik-fake-java-'))
  const java = join(root, 'jdk', 'bin', 'java')
  const libs = join(root, 'dist', 'kafka_2.13-4.3.1', 'libs')
  const agent = join(root, 'cache', 'kafka')
  await Promise.all([join(root, 'jdk', 'bin'), libs, agent].map((path) => mkdir(path, { recursive: true })))
  await writeFile(java, FAKE_JAVA)
  await chmod(java, 0o755)
  await writeFile(join(libs, 'kafka_2.13-4.3.1.jar'), '')
  return {
    root,
    cache: join(root, 'cache'),
    kafkaDist: join(root, 'dist'),
    javaHomes: [join(root, 'jdk')],
    archive: false,
  }
}
