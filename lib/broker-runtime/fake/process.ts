import type { FakeNode, FakeState } from './state'

/** The life of one fake process. */

const LOG_LINES_MAX = 200

export function say(node: FakeNode, at: number, level: string, text: string): void {
  node.log.push({ at, level, text })
  if (node.log.length > LOG_LINES_MAX) node.log.splice(0, node.log.length - LOG_LINES_MAX)
}

/** It answers its protocol: booted, and neither hung nor gone. */
export const isAlive = (node: FakeNode, at: number): boolean =>
  node.process !== null && !node.process.hung && at >= node.process.answersAt

/** `reason` null: it was asked to end, and did in order. */
export function endProcess(state: FakeState, node: FakeNode, reason: string | null): void {
  const { process } = node
  if (process === null) return
  const inOrder = reason === null
  node.process = null
  node.endedClean = inOrder
  node.lastExit = inOrder ? null : { boot: process.boot, at: state.at, reason }
  say(
    node,
    state.at,
    inOrder ? 'INFO' : 'ERROR',
    reason ?? 'shut down completed (kafka.server.KafkaRaftServer)',
  )
  // In an orderly end the controller fences the broker at once; otherwise its session has to expire first.
  if (inOrder && state.leader !== null) node.fenced = true
}
