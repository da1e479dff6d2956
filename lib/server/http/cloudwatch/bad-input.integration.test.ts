import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOT_BUILT_CLOUDWATCH } from '@/lib/contract/cloudwatch/operations'
import { openRunningConsole, type RunningConsole } from '../../testing/running-console'

/** Whatever is asked wrongly is answered in the form of the protocol it was asked in. */
let mosaik: RunningConsole

beforeAll(async () => {
  mosaik = await openRunningConsole()
})
afterAll(() => mosaik.close())

async function json(operation: string, input: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(mosaik.url, {
    method: 'POST',
    body: typeof input === 'string' ? input : JSON.stringify(input),
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
      ...headers,
    },
  })
  const body: unknown = await response.json()
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
  const [code] = (response.headers.get('x-amzn-query-error') ?? '').split(';')
  return { status: response.status, code, message: String(Reflect.get(Object(body), 'message')) }
}

const STATISTICS = {
  Namespace: 'AWS/Kafka',
  MetricName: 'CpuUser',
  StartTime: 1_767_225_600,
  EndTime: 1_767_229_200,
  Period: 60,
  Statistics: ['Average'],
}

test.each<[string, Record<string, unknown>, string, RegExp]>([
  ['no name', { MetricName: undefined }, 'MissingParameter', /^The parameter MetricName is required\.$/],
  ['no start', { StartTime: undefined }, 'MissingParameter', /StartTime is required/],
  [
    'a start that is none',
    { StartTime: 'yesterday' },
    'InvalidParameterValue',
    /The value yesterday for parameter StartTime is invalid/,
  ],
  ['a namespace with a colon first', { Namespace: ':AWS' }, 'InvalidParameterValue', /Namespace is invalid/],
  [
    'a name of 256 characters',
    { MetricName: 'x'.repeat(256) },
    'InvalidParameterValue',
    /at most 255 characters/,
  ],
  [
    'an end before the start',
    { EndTime: 1_767_225_000 },
    'InvalidParameterValue',
    /^The parameter StartTime must be less than the parameter EndTime\.$/,
  ],
  ['no time at all', { EndTime: 1_767_225_600 }, 'InvalidParameterValue', /must not equal/],
  [
    'a period of 61',
    { Period: 61 },
    'InvalidParameterValue',
    /Period must be a value in the set \[1, 5, 10, 20, 30\] or a multiple of 60/,
  ],
  ['a period of 0', { Period: 0 }, 'InvalidParameterValue', /Period/],
  ['half a period', { Period: 60.5 }, 'InvalidParameterValue', /Period is invalid/],
  ['no statistic', { Statistics: [] }, 'InvalidParameterCombination', /Must specify either Statistics/],
  [
    'a statistic that is none',
    { Statistics: ['Mean'] },
    'InvalidParameterValue',
    /one of SampleCount, Average/,
  ],
  [
    'a statistic that is not kept',
    { ExtendedStatistics: ['tm99'] },
    'InvalidParameterValue',
    /tm99 for parameter ExtendedStatistics is not supported/,
  ],
  [
    'too many points',
    { EndTime: 1_767_398_400 },
    'InvalidParameterCombination',
    /^You have requested up to 2,880 datapoints, which exceeds the limit of 1,440\./,
  ],
  [
    '31 dimensions',
    { Dimensions: Array.from({ length: 31 }, () => ({ Name: 'a', Value: 'b' })) },
    'InvalidParameterValue',
    /at most 30 members/,
  ],
  [
    'a dimension without value',
    { Dimensions: [{ Name: 'Topic' }] },
    'MissingParameter',
    /Dimensions\.member\.1\.Value is required/,
  ],
])('GetMetricStatistics with %s', async (_, change, code, message) => {
  const refused = await json('GetMetricStatistics', { ...STATISTICS, ...change })
  expect(refused).toEqual({ status: 400, code, message: expect.stringMatching(message) })
})

test('what nothing has is no error: there are no points', async () => {
  const ask = (change: object) => json('GetMetricStatistics', { ...STATISTICS, ...change })
  for (const change of [
    { Namespace: 'AWS/EC2' },
    { MetricName: 'NoSuch' },
    { Dimensions: [{ Name: 'InstanceId', Value: 'i-1' }] },
    { StartTime: 4_000_000_000, EndTime: 4_000_003_600 },
    { StartTime: 0, EndTime: 3_600 },
  ])
    expect(await ask(change)).toMatchObject({ status: 200 })
})

test.each<[string, Parameters<typeof json>, string]>([
  ['JSON that is none', ['ListMetrics', '{"Name'], 'MalformedInput'],
  ['an operation that is none', ['ListMatrices', {}], 'InvalidAction'],
  ['no operation', ['', {}, { 'x-amz-target': '' }], 'InvalidAction'],
  ['a token of nobody', ['ListMetrics', { NextToken: 'abc' }], 'InvalidNextToken'],
  ['a token that is JSON', ['ListMetrics', { NextToken: 'WyJhIiwiYiJd' }], 'InvalidNextToken'],
  ['a region that is none', ['ListMetrics', {}, { 'x-mosaik-region': '../etc' }], 'ValidationError'],
  ['an array', ['ListMetrics', '[]'], 'InvalidParameterValue'],
])('%s', async (_, asked, code) => {
  expect(await json(...asked)).toMatchObject({ status: 400, code })
})

test.each([...NOT_BUILT_CLOUDWATCH])('%s answers 501 with its name', async (name) => {
  expect(await json(name, {})).toEqual({
    status: 501,
    code: 'NotImplemented',
    message: `${name} is not built in this version of Mosaik.`,
  })
})

async function form(fields: Record<string, string>) {
  const response = await fetch(mosaik.url, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, body: await response.text() }
}

test('the query protocol of older CLIs: XML, for errors too', async () => {
  const asked = {
    Action: 'GetMetricStatistics',
    Version: '2010-08-01',
    Namespace: 'AWS/Kafka',
    MetricName: 'a<b&c',
  }
  const when = { StartTime: '2026-01-01T00:00:00Z', EndTime: '2026-01-01T01:00:00Z', Period: '60' }
  const found = await form({ ...asked, ...when, 'Statistics.member.1': 'Average' })
  expect(found.status).toBe(200)
  expect(found.body).toContain(
    '<GetMetricStatisticsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricStatisticsResult><Label>a&lt;b&amp;c</Label><Datapoints></Datapoints></GetMetricStatisticsResult><ResponseMetadata><RequestId>',
  )
  const refused = await form({ ...asked, ...when, Period: '7', 'Statistics.member.1': 'Average' })
  expect(refused.status).toBe(400)
  expect(refused.body).toContain(
    '<Error><Type>Sender</Type><Code>InvalidParameterValue</Code><Message>The parameter Period',
  )
  expect(await form({ Action: 'Nothing' })).toMatchObject({
    status: 400,
    body: expect.stringContaining('<Code>InvalidAction</Code>'),
  })
  expect(
    await form({ Action: 'ListMetrics', __proto__: 'x', 'a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q': '1' }),
  ).toMatchObject({
    status: 400,
    body: expect.stringContaining('nested deeper'),
  })
})

// Last, because the server ends the connection of such a request.
test('a body of 2 MB', async () => {
  expect(await json('ListMetrics', 'x'.repeat(2 * 1024 ** 2))).toMatchObject({ status: 413 })
})
