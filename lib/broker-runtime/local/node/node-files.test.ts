import { expect, test } from 'vitest'
import { agentConfigText, AGENT_POLICY_TEXT } from './agent-files'
import { argumentFileText, javaArguments, nodeEnvironment } from './command-line'
import { jvmFlags } from './jvm-flags'
import { directoryProperties, loggingText, metaPropertiesText, propertiesText } from './node-files'

test('properties are sorted, and escaped as Java reads them', () => {
  expect(
    propertiesText({ b: 'C:\\data', a: ' leading', 'k:e y': 'ü✓', c: 'one\ntwo', d: '#not a comment' }),
  ).toBe(
    String.raw`a=\ leading
b=C:\\data
c=one\ntwo
d=\#not a comment
k\:e\ y=\u00fc\u2713
`,
  )
})

test.each([
  ['broker', { 'log.dirs': '/n/1/data' }],
  ['controller', { 'log.dirs': '/n/1/data' }],
  ['combined', { 'log.dirs': '/n/1/data' }],
  ['zookeeper', { dataDir: '/n/1/data' }],
] as const)('a %s is told its folder', (role, lines) => {
  expect(directoryProperties(role, '/n/1/data')).toEqual(lines)
})

test('meta.properties is what Kafka’s own tool writes', () => {
  expect(metaPropertiesText('MkU3OEVBNTcwNTJENDM2Qg', 3, 'nnBjQIGWoOonBinMfJYXow')).toBe(
    'cluster.id=MkU3OEVBNTcwNTJENDM2Qg\ndirectory.id=nnBjQIGWoOonBinMfJYXow\nnode.id=3\nversion=1\n',
  )
})

test('both logging backends rotate by size and keep as many files', () => {
  const [log4j2, reload4j] = [loggingText('log4j2'), loggingText('reload4j')]
  expect(log4j2).toContain('appender.file.type=RollingFile\n')
  expect(log4j2).toContain('appender.file.strategy.max=3\n')
  expect(reload4j).toContain('log4j.appender.file=org.apache.log4j.RollingFileAppender\n')
  expect(reload4j).toContain('log4j.appender.file.MaxBackupIndex=3\n')
})

test('the agent listens on the node’s own address, with a password, for reading only', () => {
  const text = agentConfigText({ host: '127.10.1.11', port: 8778 }, 'secret', '/a b/policy.xml')
  expect(text).toContain('host=127.10.1.11\n')
  expect(text).toContain('password=secret\n')
  expect(text).toContain('policyLocation=file:///a%20b/policy.xml\n')
  expect(AGENT_POLICY_TEXT.match(/<command>\w+/g)).toEqual([
    '<command>read',
    '<command>list',
    '<command>search',
    '<command>version',
  ])
})

const LAB = { heapMinMiB: 64, heapMaxMiB: 256, profile: 'lab' } as const
const SERVER = { heapMinMiB: 4096, heapMaxMiB: 4096, profile: 'server' } as const

test.each([
  [
    'a lab node is small',
    LAB,
    17,
    null,
    ['-Xms64m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
  ],
  [
    'a server node is Kafka’s own',
    SERVER,
    17,
    null,
    ['-Xmx4096m', '-XX:+UseG1GC', '-XX:MaxGCPauseMillis=20'],
  ],
  [
    'an archive is used',
    LAB,
    17,
    '/c/a.jsa',
    ['-Xshare:auto', '-XX:SharedArchiveFile=/c/a.jsa', '-XX:ArchiveRelocationMode=0'],
  ],
  ['Java 25 is told what is allowed', LAB, 25, null, ['--sun-misc-unsafe-memory-access=allow']],
])('%s', (_, jvm, feature, archive, flags) => {
  expect(jvmFlags(jvm, { feature, archive })).toEqual(expect.arrayContaining(flags))
})

test('a server node is compiled in full, and nobody shares an archive without having one', () => {
  const flags = jvmFlags(SERVER, { feature: 17, archive: null }).join(' ')
  expect(flags).not.toMatch(/TieredStopAtLevel|Xshare|SharedArchiveFile|unsafe/)
})

const JARS = {
  release: '4.3.1',
  classPath: ['/c/a.jar', '/c/b.jar', '/c/jolokia.jar'],
  archive: null,
  agent: '/c/jolokia.jar',
  logging: 'log4j2',
} as const

test('a node’s arguments end with its class path, main class and configuration', () => {
  const lines = javaArguments({ role: 'controller', jvm: LAB }, JARS, 17)
  expect(lines.slice(-4)).toEqual([
    '-cp',
    '/c/a.jar:/c/b.jar:/c/jolokia.jar',
    'kafka.Kafka',
    './server.properties',
  ])
  expect(lines).toContain('-javaagent:/c/jolokia.jar=config=jolokia.properties')
  const exporter = { jar: '/jars/exporter.jar', endpoint: { host: '127.10.1.11', port: 11001 } }
  expect(javaArguments({ role: 'controller', jvm: LAB }, JARS, 17, exporter)).toContain(
    '-javaagent:/jars/exporter.jar=127.10.1.11:11001:jmx-exporter.yaml',
  )
  expect(javaArguments({ role: 'zookeeper', jvm: LAB }, { ...JARS, agent: null }, 17).slice(-2)).toEqual([
    'org.apache.zookeeper.server.quorum.QuorumPeerMain',
    './zoo.cfg',
  ])
})

test('the argument file is quoted as the launcher reads it', () => {
  expect(argumentFileText(['-cp', '/my "jars"/a b.jar', 'C:\\x'])).toBe(
    '"-cp"\n"/my \\"jars\\"/a b.jar"\n"C:\\\\x"\n',
  )
})

test('a node’s environment has little of ours', () => {
  const environment = nodeEnvironment({ PATH: '/bin', JAVA_TOOL_OPTIONS: '-X', TOKEN: 'x', NODE_ENV: 'test' })
  expect(environment).toMatchObject({ PATH: '/bin', MALLOC_ARENA_MAX: '2' })
  expect(Object.keys(environment)).not.toEqual(expect.arrayContaining(['TOKEN']))
  expect(environment['JAVA_TOOL_OPTIONS']).toBeUndefined()
})
