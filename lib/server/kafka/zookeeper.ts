import net from 'node:net'
import { formatEndpoint, type Endpoint } from '@/lib/domain/node'

const MODES = ['leader', 'follower', 'observer', 'standalone'] as const

/** What a ZooKeeper server says of itself to the four-letter word `srvr`. */
export type ZookeeperSeen = {
  mode: (typeof MODES)[number]
  /** Epoch in the upper half, counter in the lower. */
  zxid: bigint
}

export type ZookeeperAnswer =
  { is: 'serving'; seen: ZookeeperSeen } | { is: 'notServing'; why: string } | { is: 'silent'; why: string }

const ANSWER_BYTES_MAX = 64 * 1024

/** Never throws: a server that does not answer is an answer too. */
export async function askZookeeper(endpoint: Endpoint, timeoutMs: number): Promise<ZookeeperAnswer> {
  try {
    return parseServerAnswer(endpoint, await fourLetterWord(endpoint, 'srvr', timeoutMs))
  } catch (error) {
    return { is: 'silent', why: error instanceof Error ? error.message : String(error) }
  }
}

export function parseServerAnswer(endpoint: Endpoint, text: string): ZookeeperAnswer {
  const word = /^Mode: (\w+)\s*$/m.exec(text)?.[1]
  const mode = MODES.find((known) => known === word)
  const zxid = /^Zxid: (0x[0-9a-f]+)\s*$/m.exec(text)?.[1]
  if (mode !== undefined) return { is: 'serving', seen: { mode, zxid: BigInt(zxid ?? 0) } }
  const said = text.trim().slice(0, 200)
  return { is: 'notServing', why: `${formatEndpoint(endpoint)} says: ${said === '' ? 'nothing' : said}` }
}

/** The server answers in text and closes the connection. */
async function fourLetterWord(endpoint: Endpoint, word: string, timeoutMs: number): Promise<string> {
  const socket = net.connect({ host: endpoint.host, port: endpoint.port })
  return new Promise((resolve, reject) => {
    let text = ''
    const fail = (why: string): void =>
      reject(new Error(`${formatEndpoint(endpoint)} did not answer ${word}: ${why}.`))
    const timer = setTimeout(() => {
      fail(`silent for ${timeoutMs} ms`)
      socket.destroy()
    }, timeoutMs)
    socket.setEncoding('utf8')
    socket.once('connect', () => socket.write(word))
    socket.on('data', (chunk) => {
      text += String(chunk)
      if (text.length > ANSWER_BYTES_MAX) socket.destroy(new Error('it talks without end'))
    })
    socket.once('error', (error) => fail(error.message))
    socket.once('close', () => {
      clearTimeout(timer)
      resolve(text)
    })
  })
}
