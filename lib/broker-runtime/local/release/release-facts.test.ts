import { expect, test } from 'vitest'
import { KAFKA_RELEASES } from '@/lib/domain/kafka-version'
import { findRelease, LOCAL_RELEASES, type ReleaseFacts } from './catalogue'
import { chooseJava, readJavaProperties, type Java } from './java'
import { arrivedJar, failureSentence } from './maven'
import { agentPom, releasePom } from './pom'
import { rehearsalNodes } from './rehearsal'

function facts(release: string): ReleaseFacts {
  const found = findRelease(release)
  if (!found) throw new Error(`No ${release}.`)
  return found
}

test('runs exactly the releases that can be asked for, in the same mode', () => {
  expect(LOCAL_RELEASES.map((release) => [release, facts(release).mode])).toEqual(
    Object.entries(KAFKA_RELEASES),
  )
})

test.each([
  ['4.3.1', 'kafka_2.13', ['log4j-core', 'log4j-slf4j-impl', '2.25.4'], ['reload4j', 'dependencyManagement']],
  ['4.0.2', 'kafka_2.13', ['log4j-core', '2.25.3'], ['2.25.4']],
  ['3.9.2', 'kafka_2.13', ['slf4j-reload4j', '1.7.36'], ['log4j-core', 'dependencyManagement']],
  ['2.8.2', 'kafka_2.13', ['reload4j'], ['dependencyManagement']],
  ['2.2.1', 'kafka_2.12', ['dependencyManagement', 'zookeeper', '3.4.12'], ['log4j-core']],
  ['1.1.1', 'kafka_2.12', ['reload4j'], ['dependencyManagement']],
])('the pom of %s', (release, kafka, has, hasNot) => {
  const pom = releasePom(facts(release))
  expect(pom).toContain(`<artifactId>${kafka}</artifactId>\n      <version>${release}</version>`)
  expect(pom).toContain(`<artifactId>kafka-tools</artifactId>\n      <version>${release}</version>`)
  expect(pom).toContain('<artifactId>jolokia-agent-jvm</artifactId>')
  for (const part of has) expect(pom).toContain(part)
  for (const part of hasNot) expect(pom).not.toContain(part)
})

test('the agent comes without its dependencies: its jar holds them', () => {
  expect(agentPom()).toContain('<exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion>')
})

const java = (feature: number): Java => ({
  executable: `/j${feature}`,
  feature,
  version: `${feature}.0.1`,
  build: '',
  file: null,
})

test.each([
  ['4.3.1', [17], 17],
  ['4.3.1', [11, 25], 25],
  ['2.2.1', [25, 17], 17],
  ['3.9.2', [24, 21, 17], 21],
])('%s with Javas %j runs on %i', (release, features, chosen) => {
  expect(chooseJava(facts(release), features.map(java))).toEqual({ java: java(chosen) })
})

test.each([
  [
    '4.3.1',
    [11],
    /Kafka 4\.3\.1 needs a Java from 17 to 25, but found only 11\.0\.1\. Install one, or name its home in MOSAIK_JAVA_HOME\./,
  ],
  ['2.2.1', [25], /needs a Java from 11 to 23, but found only 25\.0\.1/],
  ['4.3.1', [], /but no java was found\. Install one \(Debian: apt install/],
])('%s with Javas %j says what to install', (release, features, problem) => {
  expect(chooseJava(facts(release), features.map(java))).toEqual({ problem: expect.stringMatching(problem) })
})

test('learns from a java what it is', () => {
  const output = `Property settings:
    java.home = /usr/lib/jvm/java-17-openjdk-amd64
    java.specification.version = 17
    java.version = 17.0.15
    java.vm.specification.version = 17
    java.vm.vendor = Debian
    java.vm.version = 17.0.15+6-Debian-1deb12u1

openjdk version "17.0.15" 2025-04-15`
  expect(readJavaProperties('java', output)).toEqual({
    executable: '/usr/lib/jvm/java-17-openjdk-amd64/bin/java',
    feature: 17,
    version: '17.0.15',
    build: 'Debian 17.0.15+6-Debian-1deb12u1 /usr/lib/jvm/java-17-openjdk-amd64',
  })
  expect(readJavaProperties('java', 'no such thing')).toBeNull()
})

test.each([
  [
    '[INFO] Downloaded from central: https://repo.maven.apache.org/maven2/a/b/1/b-1.jar (208 kB at 2.6 MB/s)',
    'b-1.jar',
  ],
  ['[INFO] Copying re2j-1.8.jar to /c/jars/re2j-1.8.jar', 're2j-1.8.jar'],
  ['[INFO] Downloaded from central: https://repo.maven.apache.org/maven2/a/b/1/b-1.pom (18 kB)', null],
])('hears of a jar in: %s', (line, jar) => {
  expect(arrivedJar(line)).toBe(jar)
})

test('Maven’s own sentence is the first of its errors, without advice', () => {
  expect(
    failureSentence([
      '[\u001B[1;31mERROR\u001B[m] Failed to execute goal on project kafka-release: Could not resolve dependencies -> [Help 1]',
      '[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.',
    ]),
  ).toBe('Failed to execute goal on project kafka-release: Could not resolve dependencies')
  expect(failureSentence(['[ERROR] '])).toBeNull()
})

const PORTS = { client: 1, controller: 2, zookeeper: 3, peer: 4, election: 5, agent: 6 }

test('a release is rehearsed by one combined node, or a ZooKeeper server and then a broker', () => {
  expect(rehearsalNodes(facts('4.3.1'), PORTS).map(({ role }) => role)).toEqual(['combined'])
  expect(rehearsalNodes(facts('2.2.1'), PORTS).map(({ role }) => role)).toEqual(['zookeeper', 'broker'])
  expect(rehearsalNodes(facts('3.9.2'), PORTS)[0]?.properties).not.toHaveProperty(
    'share.coordinator.state.topic.min.isr',
  )
})
