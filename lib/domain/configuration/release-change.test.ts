import { expect, test } from 'vitest'
import type { ClusterSpecification } from '../cluster'
import { plainSpecification } from '../testing/plain-specification'
import { releaseSettings } from './release-change'

type Release = Pick<ClusterSpecification, 'release' | 'mode'>
const old: Release = { release: '2.2.1', mode: 'ZOOKEEPER' }

test.each<[string, Release, Release, Record<string, string>, string[], string[]]>([
  [
    'what nobody sets follows the release; what MSK or Mosaik sets stays',
    old,
    { release: '2.8.2', mode: 'ZOOKEEPER' },
    {},
    ['group.max.session.timeout.ms', 'message.max.bytes'],
    [],
  ],
  [
    'what the revision sets stays',
    old,
    { release: '2.8.2', mode: 'ZOOKEEPER' },
    { 'message.max.bytes': '1000012' },
    ['group.max.session.timeout.ms'],
    [],
  ],
  [
    'what only one of both knows is another matter',
    { release: '3.9.2', mode: 'KRAFT' },
    { release: '4.3.1', mode: 'KRAFT' },
    {},
    ['num.recovery.threads.per.data.dir'],
    [],
  ],
  [
    'what the release says is deprecated is told',
    { release: '3.8.1', mode: 'KRAFT' },
    { release: '3.9.2', mode: 'KRAFT' },
    { 'log.message.timestamp.difference.max.ms': '1000' },
    [],
    ['log.message.timestamp.difference.max.ms'],
  ],
])('%s', (_what, from, to, configuration, defaults, deprecated) => {
  const found = releaseSettings(
    plainSpecification({ ...from, configuration }),
    plainSpecification({ ...to, configuration }),
  )
  expect(found.defaults.map(({ name }) => name)).toEqual(defaults)
  expect(found.deprecated).toEqual(deprecated)
})
