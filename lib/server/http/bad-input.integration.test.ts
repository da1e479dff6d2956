import { afterAll, beforeAll, expect, test } from 'vitest'
import { notBuiltMskEndpoints } from '@/lib/contract/msk/not-built'
import { database } from '../process'
import { createInput } from '../testing/requests'
import { openRunningConsole, type RunningConsole } from '../testing/running-console'

/** Each gets a clear error in MSK's form, and changes nothing. */
let mosaik: RunningConsole

beforeAll(async () => {
  mosaik = await openRunningConsole()
})
afterAll(() => mosaik.close())

const JSON_TYPE = { 'content-type': 'application/json' }
const ARN = 'arn:aws:kafka:us-east-1:000000000000:cluster/orders/12345678-1234-1234-1234-123456789012-1'
const at = (arn: string) => `/v1/clusters/${encodeURIComponent(arn)}`

async function refused(path: string, init: RequestInit = {}) {
  const response = await fetch(mosaik.url + path, init)
  const body: unknown = await response.json()
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
  return { status: response.status, type: response.headers.get('x-amzn-errortype'), body }
}

const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
  refused('/api/v2/clusters', { method: 'POST', body, headers })

test.each<[string, string, RegExp]>([
  ['malformed JSON', '{"clusterName": ', /^The body is not valid JSON\.$/],
  ['JSON that is no object', '[1, 2]', /not an object/],
  ['a member nobody knows', '{"clusterName": "x", "color": "red"}', /does not know the member color/],
  [
    'one deeper down',
    JSON.stringify({ clusterName: 'x', provisioned: { ...createInput('x').provisioned, size: 3 } }),
    /does not know the member provisioned\.size/,
  ],
  ['a member in the case of the CLI', '{"ClusterName": "x"}', /clusterName is missing/],
  [
    'a member that is missing',
    JSON.stringify({ clusterName: 'x', provisioned: { kafkaVersion: '4.3.1' } }),
    /^The member provisioned\.brokerNodeGroupInfo is missing\.$/,
  ],
  [
    'a member of the wrong type',
    JSON.stringify(createInput('x')).replace('"numberOfBrokerNodes":3', '"numberOfBrokerNodes":"3"'),
    /^The member provisioned\.numberOfBrokerNodes is not valid/,
  ],
  ['a null, which is as good as missing', '{"clusterName": null}', /clusterName is missing/],
  ['braces without end', '['.repeat(200_000), /not valid JSON/],
])('%s: 400', async (_, body, message) => {
  const { status, type, body: reply } = await post(body)
  expect({ status, type }).toEqual({ status: 400, type: 'BadRequestException' })
  expect(Reflect.get(Object(reply), 'message')).toMatch(message)
})

test('a wrong or missing content type: 415', async () => {
  for (const headers of [
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
  ]) {
    expect(await post('{}', headers)).toMatchObject({ status: 415, type: 'UnsupportedMediaTypeException' })
  }
})

test('a body of 10 MB: 413, whether or not it says its length', async () => {
  const large = 'x'.repeat(10 * 1024 ** 2)
  expect(await post(large)).toMatchObject({ status: 413, type: 'RequestEntityTooLargeException' })
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536
      if (sent > 10 * 1024 ** 2) controller.close()
      else controller.enqueue(new Uint8Array(65_536).fill(120))
    },
  })
  const init = { method: 'POST', body: endless, headers: JSON_TYPE, duplex: 'half' }
  // The server may answer and close before the whole body was sent: the client sees one or the other.
  const answer = await fetch(`${mosaik.url}/api/v2/clusters`, init).then(
    ({ status }) => status,
    () => 413,
  )
  expect(answer).toBe(413)
})

test.each<[string, string, number, string]>([
  ['unknown', at(ARN), 404, 'NotFoundException'],
  ['malformed', at('arn:aws:kafka:us-east-1:cluster/orders'), 400, 'BadRequestException'],
  ['no ARN at all', at('orders'), 400, 'BadRequestException'],
  ['of another service', at(ARN.replace(':kafka:', ':s3:')), 400, 'BadRequestException'],
  ['of another account', at(ARN.replace('000000000000', '111122223333')), 404, 'NotFoundException'],
  ['with a broken escape', '/v1/clusters/%E0%A4%A', 400, 'BadRequestException'],
  ['unknown, with raw slashes', `/v1/clusters/${ARN}`, 404, 'NotFoundException'],
  ['unknown, with raw slashes, its nodes', `/v1/clusters/${ARN}/nodes`, 404, 'NotFoundException'],
  ['unknown, for tags', `/v1/tags/${ARN}`, 404, 'NotFoundException'],
  [
    'of an operation that is not',
    `/v1/operations/${ARN.replace(':cluster/', ':cluster-operation/')}/${ARN.slice(-38, -2)}`,
    404,
    'NotFoundException',
  ],
  [
    'of a cluster where an operation belongs',
    `/v1/operations/${encodeURIComponent(ARN)}`,
    400,
    'BadRequestException',
  ],
])('an ARN %s', async (_, path, status, type) => {
  expect(await refused(path)).toMatchObject({ status, type })
})

test('an ARN of another region than the signature', async () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/kafka/aws4_request, SignedHeaders=host, Signature=0`
  const { status, body } = await refused(at(ARN), { headers: { authorization } })
  expect(status).toBe(400)
  expect(body).toEqual({
    message: 'The ARN belongs to the region us-east-1, and the request is for eu-west-1.',
    invalidParameter: 'clusterArn',
  })
})

test.each([
  [{ authorization: 'AWS4-HMAC-SHA256 Credential=AKID/nowhere' }, /no credential scope/],
  [
    { authorization: 'AWS4-HMAC-SHA256 Credential=AKID/20260101/moon/kafka/aws4_request' },
    /"moon" is not the name of a region/,
  ],
  [{ 'x-mosaik-region': '../../etc' }, /is not the name of a region/],
])('a region that is none: %j', async (headers, message) => {
  const { status, body } = await refused('/v1/clusters', { headers })
  expect(status).toBe(400)
  expect(Reflect.get(Object(body), 'message')).toMatch(message)
})

test.each([
  ['/v1/clusters?maxResults=0', 'maxResults'],
  ['/v1/clusters?maxResults=101', 'maxResults'],
  ['/v1/clusters?maxResults=many', 'maxResults'],
  ['/v1/clusters?nextToken=abc', 'nextToken'],
  [`/v1/clusters?nextToken=${Buffer.from('["versions","4.3.1"]').toString('base64url')}`, 'nextToken'],
  ['/v1/clusters?colour=red', 'colour'],
  ['/api/v2/clusters?clusterTypeFilter=MAGIC', 'clusterTypeFilter'],
])('%s', async (path, invalidParameter) => {
  expect(await refused(path)).toMatchObject({
    status: 400,
    type: 'BadRequestException',
    body: { invalidParameter },
  })
})

test('paths and methods that are none', async () => {
  expect(await refused('/v1/nothing')).toMatchObject({ status: 404, type: 'NotFoundException' })
  const response = await fetch(`${mosaik.url}/v1/clusters`, { method: 'DELETE' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST, GET')
})

test.each(Object.entries(notBuiltMskEndpoints))(
  '%s answers 501 with its name',
  async (name, { method, path }) => {
    const filled = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(ARN))
    const init: RequestInit =
      method === 'GET' || method === 'DELETE' ? { method } : { method, body: '{}', headers: JSON_TYPE }
    expect(await refused(filled, init)).toMatchObject({
      status: 501,
      type: 'NotImplementedException',
      body: { message: `${name} is not built in this version of Mosaik.` },
    })
  },
)

test('nothing of all this was stored', async () => {
  const counts = await Promise.all([
    database().cluster.count(),
    database().operation.count(),
    database().subnet.count(),
    database().audit.count(),
  ])
  expect(counts).toEqual([0, 0, 0, 0])
})
