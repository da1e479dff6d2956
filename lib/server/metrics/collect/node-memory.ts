import type { AgentAccess } from '@/lib/broker-runtime/runtime'
import type { HostSample } from '@/lib/domain/metrics/host-figures'
import type { NodeSample, TopicSample } from '@/lib/domain/metrics/sample'
import { connectAgent, type AgentConnection } from './agent/agent-connection'

/** What is remembered of a node from step to step: rates are made of two readings. */
export type NodeMemory = {
  connection: { boot: string; agent: AgentConnection } | null
  sample: NodeSample | null
  topics: TopicSample | null
  host: HostSample | null
  /** What was last said about its silence, so that it is said once. */
  silence: string | null
}

export const newNodeMemory = (): NodeMemory => ({
  connection: null,
  sample: null,
  topics: null,
  host: null,
  silence: null,
})

/** A connection belongs to one boot: the agent's password is new with each start. */
export function agentOf(memory: NodeMemory, boot: string, access: AgentAccess): AgentConnection {
  if (memory.connection?.boot === boot) return memory.connection.agent
  closeAgent(memory)
  const agent = connectAgent(access)
  memory.connection = { boot, agent }
  return agent
}

export function closeAgent(memory: NodeMemory): void {
  memory.connection?.agent.close()
  memory.connection = null
}
