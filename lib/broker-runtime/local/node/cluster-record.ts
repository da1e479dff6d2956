import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { makePrivateDirectory, writeFileAtomically } from '../atomic-file'
import type { ClusterRef } from '../../runtime'
import type { ClusterDirectory } from './node-directory'

/**
 * `cluster.json` in a cluster's folder: whose it is, and the engine start that acted on it last. An engine with an
 * older epoch has lost its place and must not act.
 */
const recordSchema = z.object({ arn: z.string(), name: z.string(), epoch: z.number().int() })
export type ClusterRecord = z.infer<typeof recordSchema>

export function readClusterRecord(directory: ClusterDirectory): ClusterRecord | null {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(readFileSync(directory.record, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function writeClusterRecord(directory: ClusterDirectory, cluster: ClusterRef, epoch: number): void {
  makePrivateDirectory(directory.root)
  const record: ClusterRecord = { arn: cluster.arn, name: cluster.name, epoch }
  writeFileAtomically(directory.record, `${JSON.stringify(record, null, 2)}\n`)
}
