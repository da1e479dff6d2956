import { appendFileSync, readFileSync } from 'node:fs'
import net from 'node:net'
import { readProperties } from '@/lib/broker-runtime/local/node/node-files'
import { FrameCutter } from '@/lib/server/kafka/wire/frame'
import { answerTo, type Asked } from './answers'
import { readWorld } from './world'

/**
 * A broker or controller with a set of topics no laptop could hold: 100,000 partitions would be 100,000 folders and
 * some hundred thousand mapped files. It is run in place of `java` by the local driver, as a process of its own, and
 * speaks Kafka's protocol: so everything in Mosaik, from the socket to the page, does what it does with real brokers,
 * and pays what it pays there. What Kafka would take to answer is left out. Nothing but the bench runs it.
 */
const FRAME_BYTES_MAX = 64 * 1024 * 1024
const STOP_MS = 50

const properties = readProperties(readFileSync('server.properties', 'utf8'))
let world = readWorld(properties)

for (const [, host = '', port = ''] of (properties.listeners ?? '').matchAll(/\/\/([^:,]+):(\d+)/g)) {
  net.createServer(serve).listen(Number(port), host)
}
appendFileSync(
  'logs/server.log',
  `[${new Date().toISOString().replace('T', ' ').replace('.', ',').replace('Z', '')}] INFO [KafkaRaftServer nodeId=${properties['node.id'] ?? ''}] Kafka Server started (kafka.server.KafkaRaftServer)\n`,
)
process.on('SIGTERM', () => setTimeout(() => process.exit(143), STOP_MS))

function serve(socket: net.Socket): void {
  const cutter = new FrameCutter(FRAME_BYTES_MAX)
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: Buffer) => {
    // The nodes of a cluster are set up one after another.
    if (!world.isWhole) world = readWorld(properties)
    for (const frame of cutter.push(chunk)) socket.write(answerTo(world, readHead(frame)))
  })
}

function readHead(frame: Buffer): Asked {
  const clientBytes = Math.max(0, frame.readInt16BE(8))
  return {
    apiKey: frame.readInt16BE(0),
    version: frame.readInt16BE(2),
    correlationId: frame.readInt32BE(4),
    rest: frame.subarray(10 + clientBytes),
  }
}
