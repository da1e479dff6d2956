import { expect, test } from 'vitest'
import { readReleaseWork, releaseWorkSentence } from './release-work'

test.each([
  ['looking', { what: 'Kafka 4.3.1' }, 'Looking for Kafka 4.3.1', null],
  ['asking', { what: 'the metrics agent' }, 'Asking Maven Central for the metrics agent', 'agent'],
  [
    'fetching',
    { what: 'Kafka 2.2.1', jar: 'zookeeper-3.4.13.jar', count: 7 },
    'Fetching Kafka 2.2.1: zookeeper-3.4.13.jar (7)',
    null,
  ],
  ['formatting', { what: 'Kafka 4.3.1' }, 'Formatting metadata of Kafka 4.3.1', null],
  ['rehearsing', { what: 'Kafka 4.3.1', role: 'broker' }, 'Rehearsing a start of Kafka 4.3.1 (broker)', null],
  ['archiving', { what: 'Kafka 4.3.1' }, 'Writing the class archive of Kafka 4.3.1', null],
] as const)('%s is said and read back', (work, parameters, sentence, extra) => {
  expect(releaseWorkSentence(work, parameters)).toBe(sentence)
  const read = readReleaseWork(sentence)
  expect(read).toMatchObject({ work, extra })
  expect(read?.parameters).toEqual(
    Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)])),
  )
})

test('another sentence is none', () => {
  expect(
    readReleaseWork('Kafka 4.3.1 has no class archive and starts more slowly: the JVM wrote none.'),
  ).toBeNull()
  expect(readReleaseWork('')).toBeNull()
})
