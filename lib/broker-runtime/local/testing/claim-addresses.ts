import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/**
 * Loopback addresses for one test cluster. Runs of the same test may be under way on this machine at the same time,
 * so a block of three subnets is claimed by listening on an address in it: the kernel refuses the second, and frees
 * the claim with the process, however that ends. Where a node of a run that was killed still listens, the block is
 * stepped over.
 */
export type ClaimedAddresses = {
  of(zone: number, host: number): string
  free(): Promise<void>
}

const BLOCKS = 80
const ZONES = 3
const CLAIM = { host: 254, port: 9_199 }
const FIRST_NODE = { host: 11, ports: [9092, 9093] }

/** `first`: the block to try first; drawn by lot unless a test says. */
export async function claimAddresses(first = randomInt(BLOCKS)): Promise<ClaimedAddresses> {
  for (let step = 0; step < BLOCKS; step++) {
    const block = 1 + ZONES * ((first + step) % BLOCKS)
    const of = (zone: number, host: number): string => `127.40.${block + zone}.${host}`
    const claim = await listen(of(0, CLAIM.host), CLAIM.port)
    if (claim === null) continue
    if (await isLeftAlone(of)) return { of, free: () => close(claim) }
    await close(claim)
  }
  throw new Error(`All ${BLOCKS} blocks of test addresses in 127.40.0.0/16 are in use.`)
}

async function isLeftAlone(of: ClaimedAddresses['of']): Promise<boolean> {
  for (const zone of [0, 1, 2]) {
    for (const port of FIRST_NODE.ports) {
      const probe = await listen(of(zone, FIRST_NODE.host), port)
      if (probe === null) return false
      await close(probe)
    }
  }
  return true
}

/** Null where somebody else listens. */
async function listen(host: string, port: number): Promise<Server | null> {
  const server = createServer()
  try {
    server.listen({ host, port, exclusive: true })
    await once(server, 'listening')
    // It must not keep a test alive that forgot to give its addresses back.
    server.unref()
    return server
  } catch {
    return null
  }
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
  })
