import net from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { askZookeeper, parseServerAnswer } from './zookeeper'

const endpoint = { host: '127.10.1.21', port: 2181 }
const SRVR = `Zookeeper version: 3.8.6, built on 2024
Latency min/avg/max: 0/0.5/7
Received: 25
Outstanding: 0
Zxid: 0x100000003
Mode: follower
Node count: 5
`

describe('what a server says', () => {
  test.each([
    ['a follower', SRVR, { is: 'serving', seen: { mode: 'follower', zxid: 0x1_0000_0003n } }],
    ['a leader', SRVR.replace('follower', 'leader'), { is: 'serving', seen: { mode: 'leader' } }],
    [
      'one without a quorum',
      'This ZooKeeper instance is not currently serving requests\n',
      {
        is: 'notServing',
        why: '127.10.1.21:2181 says: This ZooKeeper instance is not currently serving requests',
      },
    ],
    [
      'one that forbids the question',
      'srvr is not executed because it is not in the whitelist.\n',
      { is: 'notServing' },
    ],
    ['nothing', '', { is: 'notServing', why: '127.10.1.21:2181 says: nothing' }],
  ])('%s', (_what, text, answer) => {
    expect(parseServerAnswer(endpoint, text)).toMatchObject(answer)
  })
})

describe('asking', () => {
  const servers: net.Server[] = []
  const sockets = new Set<net.Socket>()
  afterEach(() => {
    for (const socket of sockets) socket.destroy()
    for (const server of servers.splice(0)) server.close()
  })
  async function listen(answer: (socket: net.Socket) => void): Promise<number> {
    const created = net.createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      answer(socket)
    })
    servers.push(created)
    await new Promise<void>((resolve) => created.listen(0, '127.0.0.1', resolve))
    const address = created.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  test('gets the answer, which ends with the connection', async () => {
    const port = await listen((socket) => socket.once('data', () => socket.end(SRVR)))
    expect(await askZookeeper({ host: '127.0.0.1', port }, 1000)).toMatchObject({ is: 'serving' })
  })

  test.each([
    ['says nothing', () => {}, /silent for 100 ms/],
    ['talks without end', (socket: net.Socket) => socket.write('x'.repeat(200_000)), /talks without end/],
  ])('a server that %s is silent to us', async (_what, answer, why) => {
    const port = await listen(answer)
    const heard = await askZookeeper({ host: '127.0.0.1', port }, 100)
    expect(heard).toEqual({ is: 'silent', why: expect.stringMatching(why) })
  })

  test('a closed port is silent too', async () => {
    expect(await askZookeeper({ host: '127.0.0.1', port: 1 }, 100)).toEqual({
      is: 'silent',
      why: expect.stringMatching(/^127\.0\.0\.1:1 did not answer srvr: connect ECONNREFUSED/),
    })
  })
})
