import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import type { PortHolder } from '../../runtime'

/** A listening socket as /proc/net/tcp shows it. */
export type Listener = { host: string; port: number; inode: string }

const ANY_ADDRESS = new Set(['0.0.0.0', '::'])

/** Who listens on an address a node would bind. A listener on the wildcard address holds the port on every address. */
export function findPortHolders(endpoints: readonly { host: string; port: number }[]): readonly PortHolder[] {
  const listeners = [...readListeners('/proc/net/tcp'), ...readListeners('/proc/net/tcp6')]
  const held = endpoints.flatMap(({ host, port }) => {
    const listener = listeners.find((candidate) => candidate.port === port && collides(host, candidate.host))
    return listener ? [{ host, port, inode: listener.inode }] : []
  })
  if (held.length === 0) return []
  const owners = findOwners(new Set(held.map(({ inode }) => inode)))
  return held.map(({ host, port, inode }) => ({ host, port, ...(owners.get(inode) ?? HIDDEN) }))
}

const HIDDEN = { pid: null, command: null }

const collides = (wanted: string, held: string): boolean =>
  wanted === held || ANY_ADDRESS.has(held) || ANY_ADDRESS.has(wanted)

function readListeners(path: string): readonly Listener[] {
  try {
    return parseListeners(readFileSync(path, 'utf8'))
  } catch {
    return []
  }
}

const LISTEN = '0A'

export function parseListeners(table: string): readonly Listener[] {
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/)
    const [address = '', port = ''] = local.split(':')
    if (state !== LISTEN) return []
    return [{ host: parseAddress(address), port: Number.parseInt(port, 16), inode }]
  })
}

/** The kernel prints each 32-bit word in the machine's own byte order, which is little-endian wherever we run. */
function parseAddress(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).toReversed().map((byte) => Number.parseInt(byte, 16)),
  )
  if (bytes.length === 4) return bytes.join('.')
  if (bytes.every((byte) => byte === 0)) return '::'
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255
  if (mapped) return bytes.slice(12).join('.')
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)).toString(16),
  )
  return groups.join(':')
}

type Owner = Pick<PortHolder, 'pid' | 'command'>

/** Looks through the open files of every process: only done when a port is held. */
function findOwners(inodes: ReadonlySet<string>): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const inode of socketsOf(pid)) {
      if (inodes.has(inode)) owners.set(inode, { pid: Number(pid), command: commandOf(pid) })
    }
  }
  return owners
}

/** Other users' processes are closed to us: their sockets stay without owner. */
function socketsOf(pid: string): readonly string[] {
  const folder = `/proc/${pid}/fd`
  try {
    return readdirSync(folder).flatMap((name) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? []
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

/** The program's name alone: arguments and titles that a process gives itself may hold secrets. */
function commandOf(pid: string): string | null {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, ''))
  } catch {
    return null
  }
}
