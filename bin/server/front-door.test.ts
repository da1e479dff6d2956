import { once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import { connect, createServer as createSocketServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { BODY_BYTES_MAX } from './body-bound.mjs'
import { buildFrontDoor } from './front-door.mjs'

type Door = Awaited<ReturnType<typeof buildFrontDoor>>

let door: Door | null = null
afterEach(async () => {
  await door?.close(0)
  door = null
})

async function openDoor(handle: Parameters<Door['open']>[0] = answerLength): Promise<Door> {
  door = await buildFrontDoor({ host: '127.0.0.1', port: 0, allowedHosts: [] })
  door.open(handle)
  return door
}

const answerLength: Parameters<Door['open']>[0] = (incoming, response) => {
  let length = 0
  incoming.on('data', (chunk: Buffer) => (length += chunk.length))
  incoming.on('end', () => response.end(String(length)))
}

test('answers 503 while it is starting and the handler afterwards', async () => {
  door = await buildFrontDoor({ host: '127.0.0.1', port: 0, allowedHosts: [] })
  const early = await fetch(door.url)
  expect(early.status).toBe(503)
  expect(early.headers.get('retry-after')).toBe('1')
  door.open(answerLength)
  expect((await fetch(door.url)).status).toBe(200)
})

test('a foreign page gets the sentence in the shape of the AWS protocol', async () => {
  const { url } = await openDoor()
  const refused = await fetch(`${url}/v1/clusters`, {
    method: 'POST',
    headers: { origin: 'http://evil.example' },
  })
  expect(refused.status).toBe(403)
  expect(refused.headers.get('x-amzn-errortype')).toBe('ForbiddenException')
  expect(await refused.json()).toEqual({ message: expect.stringContaining('http://evil.example') })
})

test('a broken percent escape never reaches the handler', async () => {
  const { port } = await openDoor()
  const asked = request({ port, path: '/v1/clusters/%E0%A4%A' })
  asked.end()
  const refused = await reply(asked)
  expect(refused.statusCode).toBe(400)
  expect(refused.headers).toMatchObject({
    'content-type': 'application/json',
    'x-amzn-errortype': 'BadRequestException',
    'x-amzn-requestid': expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/),
  })
  expect(JSON.parse(await text(refused))).toEqual({
    message: expect.stringContaining('broken percent escape in "%E0%A4%A"'),
  })
})

test('refuses a body by its declared length before reading it', async () => {
  const { port } = await openDoor()
  const post = request({ port, method: 'POST', headers: { 'content-length': BODY_BYTES_MAX + 1 } })
  post.flushHeaders()
  expect((await reply(post)).statusCode).toBe(413)
})

test('counts a body without declared length', async () => {
  const { port } = await openDoor()
  const post = request({ port, method: 'POST' })
  // The server may close its end while we still send.
  post.on('error', () => undefined)
  const answered = reply(post)
  const chunk = Buffer.alloc(1024 * 1024)
  for (let sent = 0; sent <= BODY_BYTES_MAX; sent += chunk.length) post.write(chunk)
  post.end()
  expect((await answered).statusCode).toBe(413)
})

test('passes a chunked body within the bound whole', async () => {
  const { port } = await openDoor()
  const post = request({ port, method: 'POST' })
  const answered = reply(post)
  for (let chunk = 0; chunk < 11; chunk++) post.write(Buffer.alloc(1024 * 1024))
  post.end()
  expect(await text(await answered)).toBe(String(11 * 1024 * 1024))
})

test('a taken port is told with its holder', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const opened = buildFrontDoor({ host: '127.0.0.1', port: address.port, allowedHosts: [] })
  await expect(opened).rejects.toThrow(`Port ${address.port} is taken by process ${process.pid}`)
  other.close()
})

test('a holder of the wildcard address is found too', async () => {
  const other = createSocketServer().listen(0, '0.0.0.0')
  await once(other, 'listening')
  const address = other.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const opened = buildFrontDoor({ host: '127.0.0.1', port: address.port, allowedHosts: [] })
  await expect(opened).rejects.toThrow(`process ${process.pid}`)
  other.close()
})

test('an address of another machine is told as such', async () => {
  const opened = buildFrontDoor({ host: '192.0.2.1', port: 0, allowedHosts: [] })
  await expect(opened).rejects.toThrow('192.0.2.1 is not an address of this machine')
})

test('closing ends an event stream at once and lets an answer finish', async () => {
  const own = await openDoor((incoming, response) => {
    if (incoming.url === '/events') response.setHeader('content-type', 'text/event-stream').write(': hi\n\n')
    else setTimeout(() => response.end('done'), 300)
  })
  const events = await fetch(`${own.url}/events`)
  const slow = fetch(`${own.url}/slow`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const began = performance.now()
  const closed = own.close(5_000)
  await expect(events.text()).rejects.toThrow('terminated')
  expect(performance.now() - began).toBeLessThan(250)
  expect(await (await slow).text()).toBe('done')
  await closed
  door = null
})

test('closing does not wait longer than it is told to', async () => {
  const own = await openDoor(() => undefined)
  const never = fetch(own.url)
  never.catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const began = performance.now()
  await own.close(200)
  expect(performance.now() - began).toBeLessThan(1_000)
  await expect(never).rejects.toThrow('fetch failed')
  door = null
})

test('does not speak WebSocket', async () => {
  const { port } = await openDoor()
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  )
  await once(socket, 'close')
  expect(socket.bytesRead).toBe(0)
})

async function reply(sent: ReturnType<typeof request>): Promise<IncomingMessage> {
  const incoming = await new Promise<IncomingMessage>((resolve) => sent.once('response', resolve))
  return incoming
}

async function text(incoming: IncomingMessage): Promise<string> {
  let whole = ''
  for await (const chunk of incoming) whole += String(chunk)
  return whole
}

test('a post to the first page is for CloudWatch, as AWS clients address it; a get is for the console', async () => {
  const { url } = await openDoor((incoming, response) => response.end(incoming.url))
  const path = async (method: string, at: string) => (await fetch(url + at, { method })).text()
  expect(await path('POST', '/')).toBe('/api/cloudwatch')
  expect(await path('POST', '/?Action=ListMetrics')).toBe('/api/cloudwatch?Action=ListMetrics')
  expect(await path('GET', '/')).toBe('/')
  expect(await path('POST', '/api/v2/clusters')).toBe('/api/v2/clusters')
})

test('the console itself may post to CloudWatch, a foreign page may not', async () => {
  const { url } = await openDoor((incoming, response) => response.end(incoming.url))
  const post = (headers: Record<string, string>) => fetch(url, { method: 'POST', headers, body: '{}' })
  const own = await post({
    origin: url,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-amz-json-1.0',
  })
  expect(own.status).toBe(200)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(
    (await post({ ...form, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' })).status,
  ).toBe(403)
  expect((await post({ ...form, origin: 'null' })).status).toBe(403)
})
