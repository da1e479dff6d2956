import type { ProcessSeen, ProcessTable } from '../process/process-table'
import { marker, type NodeIdentity } from '../node/identity'

/**
 * The processes of some nodes, found by what cannot be by chance: the pid, its start time and the boot id in its own
 * arguments (pid and start time while it is dying). Where the pid was never written down (Mosaik ended between start and record), all processes are searched
 * for the boot id.
 */
export async function findNodes(
  identities: readonly NodeIdentity[],
  table: ProcessTable,
): Promise<ReadonlyMap<string, ProcessSeen>> {
  const pids = identities.flatMap(({ pid }) => (pid === null ? [] : [pid]))
  const seen = await table.look(pids)
  const found = new Map<string, ProcessSeen>()
  for (const identity of identities) {
    const process = identity.pid === null ? await findByMark(identity, table) : seen.get(identity.pid)
    if (process && isProcessOf(identity, process)) found.set(identity.boot, process)
  }
  return found
}

/** A pid is given out again: the process that has that of a node now, and is not the node. */
export async function holderOfPid(identity: NodeIdentity, table: ProcessTable): Promise<ProcessSeen | null> {
  if (identity.pid === null) return null
  const process = (await table.look([identity.pid])).get(identity.pid)
  return process && process.commandLine !== '' && !isProcessOf(identity, process) ? process : null
}

async function findByMark(identity: NodeIdentity, table: ProcessTable): Promise<ProcessSeen | undefined> {
  const [process] = await table.find(marker(identity))
  return process
}

function isProcessOf(identity: NodeIdentity, { startTicks, commandLine }: ProcessSeen): boolean {
  if (commandLine === '') return identity.startTicks === startTicks
  const sameStart = identity.startTicks === null || identity.startTicks === startTicks
  return sameStart && commandLine.split(' ').includes(marker(identity))
}
