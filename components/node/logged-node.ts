import type { NodeRole } from '@/lib/domain/node'

/** What it takes to show a node’s log. */
export type LoggedNode = { nodeId: number; role: NodeRole; endpoint: string | null }
