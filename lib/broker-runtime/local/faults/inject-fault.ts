import { execFile } from 'node:child_process'
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { MoveRefused, type FaultOrder } from '../../runtime'
import { PRIVATE_FILE } from '../atomic-file'
import { readIdentity } from '../node/identity'
import type { NodeDirectory } from '../node/node-directory'
import type { ProcessSeen, ProcessTable } from '../process/process-table'
import { signal } from '../supervise/end-node'
import { findNodes } from '../supervise/find-node'
import { asideFolder, fillerFile } from './fault-files'

const run = promisify(execFile)
const FILL_MS_MAX = 30_000
const CHUNK_BYTES = 4 * 1024 ** 2

/**
 * Makes a fault as it would come by itself: nothing is written down about the process being asked to end, so that it
 * is found and healed like any other.
 */
export async function injectFault(
  directory: NodeDirectory,
  fault: FaultOrder,
  bytes: number | null,
  table: ProcessTable,
): Promise<void> {
  switch (fault.is) {
    case 'kill':
      return signalBoot(directory, fault, 'SIGKILL', table)
    case 'freeze':
      return signalBoot(directory, fault, 'SIGSTOP', table)
    case 'fillVolume':
      return fill(fillerFile(directory, fault.drill), bytes ?? 0)
    case 'loseVolume':
      return loseVolume(directory, fault, table)
  }
}

async function signalBoot(
  directory: NodeDirectory,
  fault: FaultOrder,
  name: 'SIGKILL' | 'SIGSTOP',
  table: ProcessTable,
): Promise<void> {
  const process = await processOf(directory, fault, table)
  if (process !== null) signal(process.pid, name)
}

/** Null where it is gone, which is what a fault wants; another boot is left alone. */
export async function processOf(
  directory: NodeDirectory,
  { boot }: FaultOrder,
  table: ProcessTable,
): Promise<ProcessSeen | null> {
  const identity = readIdentity(directory)
  if (!identity) return null
  if (identity.boot !== boot) {
    throw new MoveRefused(
      'boot',
      `A drill meant boot ${boot} of node ${identity.nodeId}, but boot ${identity.boot} was started since. It is left alone.`,
    )
  }
  return (await findNodes([identity], table)).get(boot) ?? null
}

/** Put aside before its process is killed: in between nobody can start the node on what is to be lost. */
async function loseVolume(directory: NodeDirectory, fault: FaultOrder, table: ProcessTable): Promise<void> {
  const aside = asideFolder(directory, fault.drill)
  const isOther = readIdentity(directory)?.boot !== fault.boot
  if (existsSync(aside) && isOther) return
  const process = await processOf(directory, fault, table)
  if (!existsSync(aside)) renameSync(directory.data, aside)
  if (process !== null) signal(process.pid, 'SIGKILL')
}

async function fill(path: string, bytes: number): Promise<void> {
  if (existsSync(path) && statSync(path).size >= bytes) return
  try {
    closeSync(openSync(path, 'w', PRIVATE_FILE))
    await reserve(path, bytes).catch(async (error: unknown) => {
      if (!isMissing(error)) throw error
      await writeNothing(path, bytes)
    })
  } catch (error) {
    rmSync(path, { force: true })
    const why = error instanceof Error ? error.message : String(error)
    throw new MoveRefused('host', `${bytes} bytes could not be reserved in ${path}: ${why}`)
  }
}

/** Reserved, not written: a volume of hundreds of gigabytes is full at once. */
const reserve = (path: string, bytes: number) =>
  run('fallocate', ['--length', String(bytes), path], { timeout: FILL_MS_MAX })

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Where there is no such program: slower, and as full. */
async function writeNothing(path: string, bytes: number): Promise<void> {
  const chunk = Buffer.alloc(CHUNK_BYTES)
  const endsAt = Date.now() + FILL_MS_MAX
  const file = await open(path, 'r+')
  try {
    for (let at = 0; at < bytes; at += CHUNK_BYTES) {
      if (Date.now() > endsAt) throw new Error(`it takes longer than ${FILL_MS_MAX / 1000} s`)
      await file.write(chunk, 0, Math.min(CHUNK_BYTES, bytes - at), at)
    }
  } finally {
    await file.close()
  }
}
