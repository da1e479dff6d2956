import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { NODE_ROLES } from '@/lib/domain/node'
import { writeFileAtomically } from '../atomic-file'
import type { NodeDirectory } from './node-directory'

/**
 * `mosaik.json` in a node's folder: whose it is and which process was started last. It is written before a process
 * is started (without pid) and again right after, so that no crash in between leaves a process that is not found:
 * the boot id stands in the process's own arguments.
 */
const identitySchema = z.object({
  clusterId: z.string(),
  clusterArn: z.string(),
  nodeId: z.number().int(),
  role: z.enum(NODE_ROLES),
  release: z.string(),
  /** Version of the Java that runs it; older versions of Mosaik did not write it down. */
  java: z.string().nullable().default(null),
  epoch: z.number().int(),
  assigned: z.object({ generation: z.number().int(), hash: z.string() }),
  boot: z.string(),
  pid: z.number().int().nullable(),
  /** Start time in the kernel's own unit: tells a process from a later one with the same pid. */
  startTicks: z.string().nullable(),
  startedAt: z.number(),
  /** What we asked of this boot. A process that ends without having been asked has a reason worth showing. */
  ending: z.enum(['stop', 'kill']).nullable(),
  /** How the boot before ended, if it ended by itself: shown while this one runs. */
  lastExit: z
    .object({
      boot: z.string(),
      startedAt: z.number().optional(),
      at: z.number(),
      reason: z.string(),
    })
    .nullable(),
})
export type NodeIdentity = z.infer<typeof identitySchema>

/**
 * Null when the node was never started here. A file that cannot be understood is an error, not an absence: its node may
 * be running.
 */
export function readIdentity(directory: NodeDirectory): NodeIdentity | null {
  const path = directory.identity
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  try {
    return identitySchema.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(
      `${path} says which process is the node's, and it is damaged. Remove the node or the file.`,
      {
        cause: error,
      },
    )
  }
}

export function writeIdentity(directory: NodeDirectory, identity: NodeIdentity): void {
  writeFileAtomically(directory.identity, `${JSON.stringify(identity, null, 2)}\n`)
}

/** Stands in the arguments of the process and is looked for there: cluster, node and boot. */
export const marker = ({
  clusterId,
  nodeId,
  boot,
}: Pick<NodeIdentity, 'clusterId' | 'nodeId' | 'boot'>): string =>
  `-Dmosaik.node=${clusterId}/${nodeId}/${boot}`

export const clusterMarker = (clusterId: string): string => `-Dmosaik.node=${clusterId}/`
