import { problemWords } from '@/lib/domain/configuration/problem-words'
import { readConfiguration } from '@/lib/domain/configuration/read-configuration'
import { CONFIGURATION_BYTES_MAX } from '@/lib/domain/configuration/text-limit'
import { findKafkaVersion, kafkaVersionProblem } from '@/lib/domain/kafka-version'
import { badRequest } from '../http/api-error'

/** So many faults are told at once; more would hide the first. */
const TOLD_MAX = 5

/** The text of a configuration out of the wire, or the refusal that says what is wrong with it, line by line. */
export function checkedText(serverProperties: string, kafkaVersions: readonly string[]): string {
  const bytes = Buffer.from(serverProperties, 'base64')
  if (bytes.length > CONFIGURATION_BYTES_MAX) {
    const kib = Math.ceil(bytes.length / 1024)
    throw refused(`A configuration has at most ${CONFIGURATION_BYTES_MAX / 1024} KiB; this one has ${kib}.`)
  }
  const text = decoded(bytes)
  const { problems } = readConfiguration(text, releasesOf(kafkaVersions))
  if (problems.length === 0) return text
  const told = problems.slice(0, TOLD_MAX).map(problemWords)
  const more = problems.length - told.length
  throw refused([...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' '))
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused('The text is not UTF-8. Save the file as UTF-8 and send it again.')
  }
}

function releasesOf(kafkaVersions: readonly string[]) {
  return kafkaVersions.map((name) => {
    const problem = kafkaVersionProblem(name)
    const version = findKafkaVersion(name)
    if (problem !== null || version === undefined) {
      throw badRequest(problem ?? `Unsupported KafkaVersion [${name}].`, 'kafkaVersions')
    }
    return version.release
  })
}

const refused = (message: string) => badRequest(message, 'serverProperties')
