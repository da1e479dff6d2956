import { execFile } from 'node:child_process'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { nodeEnvironment } from '../node/command-line'
import { nodeDirectoryAt } from '../node/node-directory'
import { writeNodeFiles } from '../node/node-setup'
import { freePorts, REHEARSAL_CLUSTER_ID, REHEARSAL_JVM, rehearsalNodes, type Rehearsal } from './rehearsal'

const run = promisify(execFile)
const FORMAT_MS_MAX = 60_000

/**
 * Formats with Kafka's own tool, once for all clusters of a release: the checkpoint names neither cluster nor node,
 * and without it a controller would leave every feature but metadata.version at zero.
 */
export async function formatOnce({ facts, java, kafka, scratch }: Rehearsal, into: string): Promise<void> {
  const directory = nodeDirectoryAt(join(scratch, 'format'))
  const [node] = rehearsalNodes(facts, await freePorts())
  if (!node) throw new Error(`Kafka ${facts.release} has nothing to format.`)
  writeNodeFiles(directory, { ...node, jvm: REHEARSAL_JVM }, kafka, java.feature)
  const tool = ['kafka.tools.StorageTool', 'format', '-t', REHEARSAL_CLUSTER_ID, '-c', 'server.properties']
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData']
  await run(java.executable, [...flags, '-cp', kafka.classPath.join(':'), ...tool], {
    cwd: directory.root,
    env: nodeEnvironment(process.env),
    timeout: FORMAT_MS_MAX,
  })
  await rename(join(directory.data, 'bootstrap.checkpoint'), into)
}
