// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { buildFrontDoor } from '../front-door.mjs'
import { endOnSignals, SHUTDOWN_EVENT } from '../shutdown.mjs'

/** A server with the real front door and the real end, and nothing behind it: `node small-server.mjs [work in ms]`. */
const workMs = Number(process.argv[2] ?? 0)
const door = await buildFrontDoor({ host: '127.0.0.1', port: 0, allowedHosts: [] })

/** @type {import('node:events').EventEmitter} */
const self = process
self.on(SHUTDOWN_EVENT, ({ waitUntil }) => waitUntil(sleep(workMs).then(() => console.log('work is done'))))

door.open((request, response) => {
  if (request.url === '/events') {
    response.setHeader('content-type', 'text/event-stream').write(': open\n\n')
  } else if (request.url === '/never') {
    console.log('never asked')
  } else response.end('ok')
})
endOnSignals({ closeDoor: door.close, sayGoodbye: async () => console.log('goodbye') })
console.log(door.url)
