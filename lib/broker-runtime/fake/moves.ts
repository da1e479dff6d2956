import { MoveRefused, type KafkaMove, type RuntimeMove } from '../runtime'
import { inject, lift } from './drill-faults'
import { endProcess, say } from './process'
import { poisonOf } from './poison'
import { readableBy, writtenBy } from './protocol'
import { newNode, type FakeNode, type FakeState } from './state'
import { spread, type FakeTiming } from './timing'

/** What a driver does with a move, refusing what every driver refuses. */
export function applyMove(state: FakeState, move: RuntimeMove, timing: FakeTiming): void {
  if (move.epoch < state.epoch) {
    throw new MoveRefused(
      'epoch',
      `Cluster ${state.clusterId} is driven by a newer engine (epoch ${state.epoch}); this one has epoch ${move.epoch}. Stop the other one first.`,
    )
  }
  state.epoch = move.epoch
  const node = state.nodes.find(({ id }) => id === move.node.nodeId)
  switch (move.do) {
    case 'start':
      return start(state, node, move, timing)
    case 'stop': {
      if (!isThisBoot(node, move.boot) || node.process.stopAskedAt !== null) return
      node.process.stopAskedAt = state.at
      say(node, state.at, 'INFO', 'Terminating process due to signal SIGTERM')
      return
    }
    case 'kill': {
      if (!isThisBoot(node, move.boot)) return
      endProcess(state, node, 'Killed')
      // Asked for by a move, so it is not an exit that needs a reason.
      node.lastExit = null
      return
    }
    case 'destroy':
      return destroy(state, node)
    case 'inject':
      return inject(state, node, move)
    case 'lift':
      return lift(node, move)
  }
}

/** Replicas here lead again by themselves as soon as they can: there is nothing to elect. */
export function changeKafka(state: FakeState, move: KafkaMove): void {
  switch (move.do) {
    case 'electPreferred':
      return
    case 'unregister':
      return unregister(state, move.node)
    case 'reassign':
      for (const { id, to } of move.partitions) if (to !== null) place(state, id, to)
      return
    case 'throttle':
      return throttle(state, move)
    case 'brake':
      state.quota = move.rate
      return
    case 'finalize':
      return finalize(state, move)
    case 'tell':
      return tell(state, move)
  }
}

function unregister(state: FakeState, nodeId: number): void {
  const node = state.nodes.find(({ id }) => id === nodeId)
  if (node === undefined) return
  node.registered = false
  // As in Kafka: it leaves every ISR that has another replica, and leads nothing.
  node.fenced = true
}

/** Moved at once: what a fake partition holds takes no time to copy. */
function place(state: FakeState, id: string, to: readonly number[]): void {
  const partition = state.partitions.find((each) => each.id === id)
  if (!partition) return
  partition.replicas = [...to]
  const kept = partition.isr.filter((node) => to.includes(node))
  partition.isr = kept.length > 0 ? kept : [...to]
  if (partition.leader === null || !to.includes(partition.leader)) partition.leader = kept[0] ?? null
}

function throttle(state: FakeState, { rate, nodes, topics }: Extract<KafkaMove, { do: 'throttle' }>): void {
  const { throttles } = state
  for (const node of nodes) {
    if (rate === null) delete throttles.rates[node]
    else throttles.rates[node] = rate
  }
  const others = throttles.topics.filter((topic) => !topics.includes(topic))
  throttles.topics = rate === null ? others : [...others, ...topics]
}

function finalize(state: FakeState, move: Extract<KafkaMove, { do: 'finalize' }>): void {
  const late = state.nodes.find((node) => (node.process?.features[move.feature] ?? 0) < move.level)
  if (late) throw new Error(`Node ${late.id} does not know ${move.feature} ${move.level}.`)
  state.features[move.feature] = move.level
}

function tell(state: FakeState, move: Extract<KafkaMove, { do: 'tell' }>): void {
  const before = move.node === null ? state.told.cluster : (state.told.own[move.node] ?? {})
  const kept = Object.entries(before).filter(([name]) => !move.remove.includes(name))
  const after = { ...Object.fromEntries(kept), ...move.set }
  if (move.node === null) state.told.cluster = after
  else state.told.own[move.node] = after
}

function start(
  state: FakeState,
  known: FakeNode | undefined,
  move: Extract<RuntimeMove, { do: 'start' }>,
  timing: FakeTiming,
): void {
  if (known !== undefined && known.process !== null) return
  if (move.directory === 'existing' && known?.formatted !== true) {
    throw new MoveRefused(
      'directory',
      `Node ${move.node.nodeId} of cluster ${state.clusterId} has no formatted directory, although one was expected. Its data is lost or was moved away.`,
    )
  }
  const node = known ?? newNode(move.node.nodeId, move.node.role)
  if (known === undefined) state.nodes.push(node)
  if (!node.formatted) node.formats += 1
  node.formatted = true
  state.boots += 1
  const boot = `${state.clusterId}-${node.id}-${state.boots}`
  const recovers = !node.endedClean
  const bootMs =
    timing.bootMs + node.slowBootMs + spread(boot) * timing.bootSpreadMs + (recovers ? timing.recoveryMs : 0)
  const poison = poisonOf(move.specification)
  const features = readableBy(move.specification.release)
  if (Object.keys(state.features).length === 0) state.features = { ...features }
  for (const [name, level] of Object.entries(writtenBy(move.specification)))
    state.features[name] = Math.max(state.features[name] ?? 0, level)
  node.process = {
    boot,
    pid: 100_000 + state.boots,
    startedWith: { generation: move.assigned.generation, hash: move.assigned.hash },
    features: { ...features },
    startedAt: state.at,
    answersAt: state.at + Math.round(bootMs),
    recoversFrom: recovers ? state.at : null,
    hung: false,
    frozen: false,
    poison,
    stopAskedAt: null,
    unfencedAt: null,
  }
  say(
    node,
    state.at,
    'INFO',
    `starting node ${node.id} (${node.role}) of Kafka ${move.specification.release}`,
  )
}

function isThisBoot(
  node: FakeNode | undefined,
  boot: string,
): node is FakeNode & { process: NonNullable<FakeNode['process']> } {
  if (node === undefined || node.process === null) return false
  if (node.process.boot === boot) return true
  throw new MoveRefused(
    'boot',
    `Node ${node.id} runs boot ${node.process.boot}, not ${boot} as the move says. Nothing was done; look again.`,
  )
}

function destroy(state: FakeState, node: FakeNode | undefined): void {
  if (node === undefined) return
  if (node.process !== null) {
    throw new MoveRefused(
      'boot',
      `Node ${node.id} still runs (boot ${node.process.boot}); its directory is not removed under it. Kill it first.`,
    )
  }
  node.formatted = false
  node.endedClean = true
  node.lastExit = null
  node.log = []
  // The metadata of a cluster lives with its voters: it is gone with the last directory.
  if (state.nodes.every(({ formatted, process }) => !formatted && process === null)) {
    state.nodes = []
    state.partitions = []
    state.leader = null
  }
}
