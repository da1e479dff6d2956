import type { Pin, ReleaseFacts } from './catalogue'

/**
 * The pom that brings one release: Kafka, its tools, a logging backend and the metrics agent. Pure, so that its
 * text can name the cache folder: another pom is another folder.
 */
export function releasePom(facts: ReleaseFacts): string {
  const kafka = [
    { groupId: 'org.apache.kafka', artifactId: `kafka_${facts.scala}`, version: facts.release },
    { groupId: 'org.apache.kafka', artifactId: 'kafka-tools', version: facts.release },
  ]
  const pins = facts.pins.length > 0 ? [managed(facts.pins)] : []
  return pom([
    ...pins,
    '  <dependencies>',
    ...kafka.map((pin) => dependency(pin, [exclusions(OTHER_BACKENDS)])),
    ...loggingJars(facts).map((pin) => dependency(pin, [])),
    agentDependency(),
    '  </dependencies>',
  ])
}

/** The metrics agent alone, for releases unpacked from Apache's own archives. */
export function agentPom(): string {
  return pom(['  <dependencies>', agentDependency(), '  </dependencies>'])
}

/** Prometheus' JMX exporter alone: clusters that do not want it never fetch it. */
export const exporterPom = (): string =>
  pom(['  <dependencies>', dependency(EXPORTER, []), '  </dependencies>'])

const EXPORTER: Pin = {
  groupId: 'io.prometheus.jmx',
  artifactId: 'jmx_prometheus_javaagent',
  version: '1.0.1',
}
export const EXPORTER_JAR = `${EXPORTER.artifactId}-${EXPORTER.version}.jar`

const AGENT: Pin = { groupId: 'org.jolokia', artifactId: 'jolokia-agent-jvm', version: '2.4.2' }
export const AGENT_JAR = `${AGENT.artifactId}-${AGENT.version}-javaagent.jar`

/** Two bindings on one class path make slf4j choose one by chance; tools of old releases bring such a second one. */
const OTHER_BACKENDS: readonly Omit<Pin, 'version'>[] = [
  { groupId: 'org.slf4j', artifactId: 'slf4j-log4j12' },
  { groupId: 'log4j', artifactId: 'log4j' },
  { groupId: 'ch.qos.logback', artifactId: '*' },
]
const EVERYTHING: readonly Omit<Pin, 'version'>[] = [{ groupId: '*', artifactId: '*' }]

function loggingJars({ logging }: ReleaseFacts): readonly Pin[] {
  if (logging.backend === 'reload4j') {
    return [
      { groupId: 'ch.qos.reload4j', artifactId: 'reload4j', version: '1.2.25' },
      { groupId: 'org.slf4j', artifactId: 'slf4j-reload4j', version: '1.7.36' },
      { groupId: 'org.slf4j', artifactId: 'slf4j-api', version: '1.7.36' },
    ]
  }
  // Kafka is on slf4j 1.x: `log4j-slf4j-impl`, not `log4j-slf4j2-impl`.
  const artifacts = ['log4j-api', 'log4j-core', 'log4j-slf4j-impl', 'log4j-1.2-api']
  return artifacts.map((artifactId) => ({
    groupId: 'org.apache.logging.log4j',
    artifactId,
    version: logging.version,
  }))
}

/** The agent's jar holds all it needs; its pom would bring a second copy of everything. */
function agentDependency(): string {
  return dependency(AGENT, ['      <classifier>javaagent</classifier>', exclusions(EVERYTHING)])
}

function pom(body: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<project xmlns="http://maven.apache.org/POM/4.0.0">',
    '  <modelVersion>4.0.0</modelVersion>',
    '  <groupId>mosaik</groupId>',
    '  <artifactId>kafka-release</artifactId>',
    '  <version>1</version>',
    '  <packaging>pom</packaging>',
    ...body,
    '</project>',
    '',
  ].join('\n')
}

function dependency({ groupId, artifactId, version }: Pin, more: readonly string[]): string {
  return [
    '    <dependency>',
    `      <groupId>${groupId}</groupId>`,
    `      <artifactId>${artifactId}</artifactId>`,
    `      <version>${version}</version>`,
    ...more,
    '    </dependency>',
  ].join('\n')
}

function exclusions(artifacts: readonly Omit<Pin, 'version'>[]): string {
  const lines = artifacts.map(
    ({ groupId, artifactId }) =>
      `        <exclusion><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId></exclusion>`,
  )
  return ['      <exclusions>', ...lines, '      </exclusions>'].join('\n')
}

function managed(pins: readonly Pin[]): string {
  return [
    '  <dependencyManagement><dependencies>',
    ...pins.map((pin) => dependency(pin, [exclusions(OTHER_BACKENDS)])),
    '  </dependencies></dependencyManagement>',
  ].join('\n')
}
