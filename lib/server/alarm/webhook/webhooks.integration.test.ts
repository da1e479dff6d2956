import { createHmac } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { putMetricAlarmInput } from '@/lib/contract/cloudwatch/alarms'
import { systemClock } from '../../clock'
import { openTestHome, type TestHome } from '../../testing/home'
import { testContext } from '../../testing/requests'
import { putMetricAlarm } from '../put-metric-alarm'
import { setAlarmState } from '../set-alarm-state'
import { deliverWebhooks } from './deliver-webhooks'
import { deleteWebhook, listWebhooks, putWebhook, testWebhook } from './webhooks'

type Received = { path: string; body: string; signature: string }

let home: TestHome<FakeRuntime>
let receiver: { url: string; received: Received[]; answer(response: ServerResponse): void; close(): void }

beforeEach(async () => {
  home = await openTestHome()
  receiver = await openReceiver()
})
afterEach(async () => {
  receiver.close()
  await home.close()
})

async function openReceiver(): Promise<typeof receiver> {
  const opened = {
    url: '',
    received: Array<Received>(),
    answer: (response: ServerResponse): void => void response.end(),
    close: () => server.closeAllConnections(),
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const signature = String(request.headers['x-mosaik-signature'])
      opened.received.push({ path: request.url ?? '', body, signature })
      opened.answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const address = server.address()
  opened.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return opened
}

const ctx = testContext()
const ARN = 'arn:aws:mosaik::000000000000:webhook/pager'
const parts = (laterMs = 0, signal = new AbortController().signal) => ({
  database: home.database,
  clock: { ...systemClock, now: () => Date.now() + laterMs },
  signal,
})

const add = (name = 'pager', path = '/hook?token=sentinel') =>
  putWebhook({ ctx, input: { name, url: receiver.url + path } })
const alarm = (AlarmName = 'offline', action = ARN) =>
  putMetricAlarm({
    ctx,
    input: putMetricAlarmInput.parse({
      AlarmName,
      AlarmActions: [action],
      Namespace: 'AWS/Kafka',
      MetricName: 'OfflinePartitionsCount',
      Dimensions: [{ Name: 'Cluster Name', Value: 'orders' }],
      Statistic: 'Maximum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
    }),
  })
const set = (StateValue: 'ALARM' | 'OK', AlarmName = 'offline') =>
  setAlarmState({ ctx, input: { AlarmName, StateValue, StateReason: 'a test' } })
const actions = async () =>
  (await home.database.alarmHistory.findMany({ where: { type: 'Action' } })).map(({ summary }) => summary)

test('an alarm is told, signed under the secret of this home', async () => {
  await add()
  await alarm()
  await set('ALARM')
  await set('OK')
  await deliverWebhooks(parts())
  await deliverWebhooks(parts())
  expect(receiver.received).toHaveLength(1)
  const [{ path, body, signature } = { path: '', body: '', signature: '' }] = receiver.received
  expect(path).toBe('/hook?token=sentinel')
  expect(JSON.parse(body)).toMatchObject({
    AlarmName: 'offline',
    OldStateValue: 'INSUFFICIENT_DATA',
    NewStateValue: 'ALARM',
    NewStateReason: 'a test',
    Region: 'us-east-1',
    Trigger: { MetricName: 'OfflinePartitionsCount', Threshold: 0 },
  })
  const file = join(home.path, 'webhook-secret')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const secret = (await readFile(file, 'utf8')).trim()
  const [, time = '', code] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
  expect(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')).toBe(code)
  expect(await actions()).toEqual([`Successfully executed action ${ARN}`])
})

test('a failure is tried again, ever later, and in the end given up', async () => {
  receiver.answer = (response) => void response.writeHead(503).end()
  await add()
  await alarm()
  await set('ALARM')
  await deliverWebhooks(parts())
  await deliverWebhooks(parts(4_000))
  expect(receiver.received).toHaveLength(1)
  for (const laterMs of [6_000, 60_000, 300_000, 1_000_000, 3_000_000, 9_000_000])
    await deliverWebhooks(parts(laterMs))
  expect(receiver.received).toHaveLength(6)
  expect(await actions()).toEqual([
    `Failed to execute action ${ARN}. Received error: It answered 503. It was tried 6 times.`,
  ])
  expect(await home.database.webhookDelivery.count()).toBe(0)
})

test('an endpoint that hangs keeps neither the others nor the end of the process', async () => {
  const hanging = await openReceiver()
  hanging.answer = () => undefined
  await putWebhook({ ctx, input: { name: 'hangs', url: hanging.url } })
  await add()
  await alarm('one', ARN.replace('pager', 'hangs'))
  await alarm('two')
  await set('ALARM', 'one')
  await set('ALARM', 'two')
  const ending = new AbortController()
  const round = deliverWebhooks(parts(0, ending.signal))
  while (receiver.received.length === 0 || hanging.received.length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5))
  ending.abort()
  await round
  // That was no attempt: the message waits for the next start.
  expect(await home.database.webhookDelivery.findMany()).toMatchObject([
    { webhookName: 'hangs', attempts: 0 },
  ])
  expect(await actions()).toEqual([`Successfully executed action ${ARN}`])
  hanging.close()
})

test('an endpoint that hangs is given five seconds', async () => {
  receiver.answer = () => undefined
  await add()
  const begun = Date.now()
  expect(await testWebhook({ ctx, input: { name: 'pager' } })).toEqual({
    failure: 'It did not answer within 5 seconds.',
  })
  expect(Date.now() - begun).toBeLessThan(9_000)
})

test('redirects are not followed, and a port where nobody listens is told without the address', async () => {
  const other = await openReceiver()
  receiver.answer = (response) => void response.writeHead(307, { location: other.url }).end()
  await add()
  const tried = () => testWebhook({ ctx, input: { name: 'pager' } })
  expect(await tried()).toEqual({ failure: 'It answered 307, and redirects are not followed.' })
  expect(other.received).toEqual([])
  other.close()
  await putWebhook({ ctx, input: { name: 'pager', url: 'http://127.0.0.1:9/?token=sentinel' } })
  expect(await tried()).toEqual({ failure: expect.stringMatching(/^It could not be reached: \w/) })
})

test('the address is never shown again', async () => {
  const added = await add()
  const listed = await listWebhooks({ ctx, input: {} })
  expect(listed).toEqual({ webhooks: [added] })
  expect(added).toMatchObject({ name: 'pager', arn: ARN, origin: receiver.url, waiting: 0 })
  const audits = await home.database.audit.findMany()
  expect(JSON.stringify([listed, audits])).not.toContain('sentinel')
})

test.each([
  ['hook', /not a URL/],
  ['ftp://127.0.0.1/', /not by ftp/],
  ['file:///etc/passwd', /not by file/],
  ['https://user:word@example.com/', /a user or a password/],
])('%s is no address', async (url, message) => {
  await expect(putWebhook({ ctx, input: { name: 'pager', url } })).rejects.toThrow(message)
})

test('a webhook goes only when no alarm tells it', async () => {
  await add()
  await alarm()
  const remove = () => deleteWebhook({ ctx, input: { name: 'pager' } })
  await expect(remove()).rejects.toThrow('An alarm tells this webhook: offline.')
  await home.database.alarm.deleteMany()
  await remove()
  await expect(remove()).rejects.toThrow('There is no webhook pager.')
})
