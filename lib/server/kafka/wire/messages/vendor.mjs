// Makes the files beside it from Apache Kafka's own client jars:
//
//   node lib/server/kafka/wire/messages/vendor.mjs
//
//   4.3.json         message definitions of the remote procedures we call, comments and prose left out
//   3.9.json         the same for procedures whose oldest versions Kafka 4 dropped: what 1.x and 2.x brokers speak
//   error-texts.json what Kafka says about each error code when a broker sends no text of its own
//   ../error-codes.ts  the codes with Kafka's names and whether a retry may help
//
// A version of a message that both releases know is the same in both (checked below), so the codec may take the
// newest definition that covers the version agreed with a broker, and never needs to know the broker's release.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'

const NEW = '4.3.1'
const OLD = '3.9.2'
const SLF4J = '1.7.36'
const PROCEDURES = [
  'AlterClientQuotas',
  'AlterConfigs',
  'AlterPartitionReassignments',
  'ApiVersions',
  'ConsumerGroupDescribe',
  'CreatePartitions',
  'CreateTopics',
  'DeleteGroups',
  'DeleteTopics',
  'DescribeClientQuotas',
  'DescribeCluster',
  'DescribeConfigs',
  'DescribeGroups',
  'DescribeLogDirs',
  'DescribeQuorum',
  'DescribeTopicPartitions',
  'ElectLeaders',
  'Fetch',
  'FindCoordinator',
  'IncrementalAlterConfigs',
  'InitProducerId',
  'ListGroups',
  'ListOffsets',
  'ListPartitionReassignments',
  'Metadata',
  'OffsetCommit',
  'OffsetFetch',
  'Produce',
  'ShareGroupDescribe',
  'UnregisterBroker',
  'UpdateFeatures',
]

const here = dirname(fileURLToPath(import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'mosaik-vendor-'))
try {
  fetchJar(`org.apache.kafka:kafka-clients:${NEW}`)
  fetchJar(`org.apache.kafka:kafka-clients:${OLD}`)
  fetchJar(`org.slf4j:slf4j-api:${SLF4J}`)
  const newest = definitions(NEW)
  const older = definitions(OLD)
  assertSameWhereBothKnow(older, newest)
  const dropped = PROCEDURES.filter((name) => lowest(older, name) < lowest(newest, name))
  writeMessages('4.3.json', NEW, PROCEDURES, newest)
  writeMessages('3.9.json', OLD, dropped, older)
  writeErrors()
  writeFileSync(join(here, 'LICENSE'), entry(NEW, 'LICENSE'))
} finally {
  rmSync(work, { recursive: true, force: true })
}

function fetchJar(artifact) {
  execFileSync('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${work}`], {
    stdio: 'inherit',
  })
}

function entry(release, path) {
  const jar = readFileSync(join(work, `kafka-clients-${release}.jar`))
  return Buffer.from(unzipSync(jar, { filter: (file) => file.name === path })[path]).toString('utf8')
}

function definitions(release) {
  const jar = readFileSync(join(work, `kafka-clients-${release}.jar`))
  const files = unzipSync(jar, { filter: (file) => /^common\/message\/.*(Request|Response)\.json$/.test(file.name) })
  const message = (name) => {
    const text = Buffer.from(files[`common/message/${name}.json`]).toString('utf8')
    return compact(JSON.parse(text.replace(/^\s*\/\/.*$/gm, '')))
  }
  return Object.fromEntries(
    PROCEDURES.map((name) => [name, { request: message(`${name}Request`), response: message(`${name}Response`) }]),
  )
}

// Only what decides bytes stays; prose and Kafka's own code generation hints go.
function compact(definition) {
  const keep = ['apiKey', 'name', 'type', 'versions', 'validVersions', 'flexibleVersions', 'nullableVersions']
  keep.push('tag', 'taggedVersions', 'default', 'ignorable')
  const out = {}
  for (const key of keep) if (definition[key] !== undefined) out[key] = definition[key]
  // Kafka writes defaults sometimes as text ("-1", "null", "true") and sometimes bare: one spelling here.
  if (out.default !== undefined) out.default = String(out.default)
  for (const key of ['fields', 'commonStructs'])
    if (definition[key] !== undefined) out[key] = definition[key].map(compact)
  if (out.apiKey !== undefined) delete out.type
  return out
}

function writeMessages(file, release, names, set) {
  const lines = names.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(set[name])}`)
  const text = `{\n"source": "org.apache.kafka:kafka-clients:${release}",\n"procedures": {\n${lines.join(',\n')}\n}\n}\n`
  writeFileSync(join(here, file), text)
}

function range(text) {
  const match = /^(\d+)(?:-(\d+)|(\+))?$/.exec(text ?? 'none')
  if (match === null) return [1, 0]
  return [Number(match[1]), match[3] ? Infinity : Number(match[2] ?? match[1])]
}

function covers(text, version) {
  const [min, max] = range(text)
  return version >= min && version <= max
}

function lowest(set, name) {
  return range(set[name].request.validVersions)[0]
}

function assertSameWhereBothKnow(older, newest) {
  for (const name of PROCEDURES)
    for (const side of ['request', 'response']) {
      const [a, b] = [range(older[name][side].validVersions), range(newest[name][side].validVersions)]
      for (let version = Math.max(a[0], b[0]); version <= Math.min(a[1], b[1]); version++)
        if (layout(older[name][side], version) !== layout(newest[name][side], version))
          throw new Error(`${name} ${side} v${version} differs between ${OLD} and ${NEW}: one cannot stand for both.`)
    }
}

function layout(message, version) {
  const shared = Object.fromEntries((message.commonStructs ?? []).map((struct) => [struct.name, struct.fields]))
  const fields = (list) =>
    list
      .filter((field) => covers(field.versions, version))
      .map((field) => {
        const inner = field.fields ?? shared[field.type.replace('[]', '')]
        const type = inner === undefined ? field.type : field.type.startsWith('[]') ? '[]' : '{}'
        const tag = covers(field.taggedVersions, version) ? field.tag : null
        return [field.name, type, covers(field.nullableVersions, version), tag, inner && fields(inner)]
      })
  return JSON.stringify([covers(message.flexibleVersions, version), fields(message.fields)])
}

function writeErrors() {
  writeFileSync(
    join(work, 'ErrorTable.java'),
    `import org.apache.kafka.common.errors.RetriableException;
     import org.apache.kafka.common.protocol.Errors;
     class ErrorTable {
       public static void main(String[] args) {
         for (Errors error : Errors.values())
           System.out.println(error.code() + "\\t" + error.name() + "\\t"
             + (error.exception() instanceof RetriableException) + "\\t" + error.message());
       }
     }`,
  )
  const classPath = [`kafka-clients-${NEW}.jar`, `slf4j-api-${SLF4J}.jar`].map((jar) => join(work, jar)).join(':')
  const table = execFileSync('java', ['-cp', classPath, join(work, 'ErrorTable.java')], { stdio: ['ignore', 'pipe', 'ignore'] })
  const rows = table.toString('utf8').trim().split('\n').map((line) => line.split('\t'))
  const code = rows.map(([number, name, retriable]) => `  [${number}, '${name}', ${retriable}],`)
  writeFileSync(
    join(here, '..', 'error-codes.ts'),
    `// Made by messages/vendor.mjs from kafka-clients ${NEW}: code, Kafka's name, whether Kafka calls it retriable.\n` +
      `export const ERROR_CODES = [\n${code.join('\n')}\n] as const\n`,
  )
  const texts = Object.fromEntries(rows.map(([, name, , text]) => [name, text]))
  writeFileSync(join(here, 'error-texts.json'), JSON.stringify(texts, null, 1) + '\n')
}
