import { describe, expect, test } from 'vitest'
import { checkClients, refusedBy, type BrokerAnswer } from './client-check'

const broker = (
  node: number,
  connections: readonly [string, string, number, string?][],
  requests: readonly [string, number, number, string?][] = [],
): BrokerAnswer => ({
  node,
  is: 'answered',
  startedAt: node * 1_000,
  connections: connections.map(([software, version, count, listener = 'CLIENT']) => ({
    software,
    version,
    listener,
    connections: count,
  })),
  requests: requests.map(([api, version, count, name]) => ({
    api,
    version,
    count,
    ...(name === undefined ? {} : { software: { name, version: '1' } }),
  })),
})
const past4 = { source: '3.9.2', target: '4.3.1' }
const check = (...answers: BrokerAnswer[]) => checkClients(past4, answers)

test.each([
  ['2.2.1', '2.8.2', []],
  ['3.8.1', '3.9.2', []],
  ['3.9.2', '4.0.2', ['Fetch', 'Produce']],
  ['3.9.2', '4.3.1', ['Fetch', 'Produce', 'ShareFetch']],
  ['4.0.2', '4.3.1', ['ShareFetch']],
  ['4.1.2', '4.3.1', []],
])('from %s to %s %j of these are refused', (source, target, expected) => {
  const refused = Object.keys(refusedBy(source, target))
  expect(refused.filter((api) => ['Fetch', 'Produce', 'ShareFetch'].includes(api))).toEqual(expected)
})

describe('who is connected', () => {
  test.each([
    [
      'who tells its name and sends nothing old is compatible',
      broker(1, [['librdkafka', '2.3.0', 4]]),
      'compatible',
    ],
    ['who does not tell is unknown', broker(1, [['unknown', 'unknown', 2]]), 'unknown'],
    [
      'who sends what is refused is refused',
      broker(
        1,
        [['old', '1', 2]],
        [
          ['Produce', 2, 9, 'old'],
          ['Produce', 2, 9],
        ],
      ),
      'refused',
    ],
    ['requests without a name are of those who do not tell', broker(1, [], [['Fetch', 3, 9]]), 'refused'],
    [
      'a version that is still taken says nothing',
      broker(1, [['unknown', 'unknown', 1]], [['Fetch', 4, 9]]),
      'unknown',
    ],
  ])('%s', (_what, answer, verdict) => {
    expect(check(answer).clients).toMatchObject([{ verdict }])
  })

  test('is counted over all brokers, the worst first; who counts twice is counted once', () => {
    const { clients, countedSince } = check(
      broker(
        1,
        [
          ['a', '1', 2],
          ['old', '1', 1],
        ],
        [
          ['Produce', 2, 9, 'old'],
          ['Produce', 2, 9],
        ],
      ),
      broker(
        2,
        [
          ['a', '1', 3, 'EXTERNAL'],
          ['old', '1', 1],
        ],
        [
          ['Produce', 2, 1, 'old'],
          ['Produce', 2, 1],
        ],
      ),
    )
    expect(clients).toEqual([
      {
        software: { name: 'old', version: '1' },
        connections: 2,
        listeners: ['CLIENT'],
        verdict: 'refused',
        refused: [{ api: 'Produce', version: 2, count: 10 }],
      },
      {
        software: { name: 'a', version: '1' },
        connections: 5,
        listeners: ['CLIENT', 'EXTERNAL'],
        verdict: 'compatible',
        refused: [],
      },
    ])
    expect(countedSince).toBe(2_000)
  })

  test('brokers among themselves, and Mosaik, are nobody', () => {
    const answer = broker(1, [
      ['mosaik', '1', 4],
      ['apache-kafka-java', '3.9.2', 2, 'REPLICATION'],
      ['gone', '1', 0],
    ])
    expect(check(answer).clients).toEqual([])
  })

  test('where nothing is refused everybody is compatible', () => {
    const { clients, removes } = checkClients({ source: '2.2.1', target: '2.8.2' }, [
      broker(1, [['unknown', 'unknown', 1]], [['Produce', 2, 5]]),
    ])
    expect(removes).toBe(false)
    expect(clients).toMatchObject([{ verdict: 'compatible', refused: [] }])
  })

  test('of a broker that is silent nothing is known', () => {
    expect(check({ node: 2, is: 'silent', why: 'no answer' })).toEqual({
      clients: [],
      removes: true,
      silent: [{ node: 2, why: 'no answer' }],
      countedSince: null,
    })
  })
})
