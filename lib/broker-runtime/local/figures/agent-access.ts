import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { AgentAccess } from '../../runtime'
import { AGENT_CONFIG } from '../node/agent-files'
import type { NodeDirectory } from '../node/node-directory'
import { readProperties } from '../node/node-files'

const configSchema = z.object({
  host: z.string(),
  port: z.coerce.number().int(),
  user: z.string(),
  password: z.string().min(1),
})

/** What the node itself was started with. Null: it runs without the agent. */
export async function readAgentAccess({ root }: NodeDirectory): Promise<AgentAccess | null> {
  const text = await readFile(join(root, AGENT_CONFIG), 'utf8').catch(() => '')
  const config = configSchema.safeParse(readProperties(text))
  if (!config.success) return null
  const { host, port, user, password } = config.data
  return { endpoint: { host, port }, user, password }
}
