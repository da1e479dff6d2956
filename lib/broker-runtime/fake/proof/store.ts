import type { NodeRole } from '@/lib/domain/node'
import type { Decision, Move, Outcome } from '@/lib/domain/plan/plan'
import { moveNews, neverBegun, type MoveOutcome, type OpenMove } from '@/lib/domain/plan/partitions/move-news'
import { onlyLeads } from '@/lib/domain/rebalance/proposal'
import type {
  Desired,
  Ledger,
  NodeId,
  Observed,
  OperationKind,
  OperationView,
  PartitionId,
  Row,
  SpecificationName,
  World,
} from '@/lib/domain/plan/world'
import {
  levelsOf,
  nameOf,
  releaseOf,
  settingsOf,
  volumeOf,
  withOwnProtocol,
  type Specification,
} from './specification'

export type Shape = readonly { id: NodeId; role: NodeRole; zoneId: string }[]
export type Ended = {
  kind: OperationKind
  how: 'complete' | 'failed' | 'cancelled'
  why: string
  at: number
  placement: OperationView['placement']
  /** What became of each partition that it was to move. */
  outcomes: ReadonlyMap<PartitionId, MoveOutcome>
}

/**
 * The database as the engine uses it: every commit is conditional on the generation read, and each is one
 * transaction. A commit that comes too late changes nothing and says so.
 */
export class Store {
  readonly shape: Shape
  generation = 0
  presence: 'present' | 'absent' = 'present'
  isGone = false
  specifications = new Map<number, Specification>()
  rows: readonly Row[] = []
  operation: OperationView | null = null
  ledger: Ledger = []
  proven: ReadonlySet<string> = new Set()
  creation: World['creation'] = 'pending'
  healingPausedAt: number | null = null
  throttled = false
  brake: World['brake'] = null
  roomAskedAt: number | null = null
  readonly ended: Ended[] = []
  private operations = 0
  private openMoves: readonly OpenMove[] = []
  private outcomes = new Map<PartitionId, MoveOutcome>()
  private readonly named: Record<number, Record<NodeId, SpecificationName>> = {}

  constructor(shape: Shape) {
    this.shape = shape
  }

  create(specification: Specification, assignAtOnce: boolean, now: number): void {
    this.generation = 1
    this.specifications.set(1, specification)
    this.rows = this.nodesOf(specification).map(({ id, role, zoneId }) => ({
      id,
      role,
      zoneId,
      clientEndpoint: null,
      assigned: assignAtOnce ? { generation: 1, hash: nameOf(specification, id, role).hash } : null,
      formatted: false,
      witness: [],
    }))
    this.begin('CREATE', null, now)
  }

  /** Update, reboot, start or stop: refused while something else runs, as by the verbs. */
  change(
    kind: OperationKind,
    specification: Specification,
    now: number,
    placement: OperationView['placement'] = [],
  ): boolean {
    if (this.operation !== null || this.creation !== 'complete' || this.presence === 'absent') return false
    const source = this.generation
    this.generation += 1
    this.specifications.set(this.generation, specification)
    this.addRows(specification)
    this.begin(kind, source, now, placement)
    return true
  }

  /** The nodes a specification asks for: brokers are numbered without gaps, and dealt to the zones in turn. */
  nodesOf({ brokers }: Specification): Shape {
    if (brokers === undefined) return this.shape
    const others = this.shape.filter(({ role }) => role !== 'broker')
    const zones = ['use1-az1', 'use1-az2', 'use1-az3']
    const dealt = Array.from({ length: brokers }, (_, index) => ({
      id: index + 1,
      role: 'broker' as const,
      zoneId: zones[index % 3] ?? '',
    }))
    return [...others, ...dealt]
  }

  /** As the verb does it, in the same transaction. */
  private addRows(specification: Specification): void {
    const there = new Set(this.rows.map(({ id }) => id))
    const added = this.nodesOf(specification).filter(({ id }) => !there.has(id))
    this.rows = [
      ...this.rows,
      ...added.map((node): Row => ({
        ...node,
        clientEndpoint: null,
        assigned: null,
        formatted: false,
        witness: [],
      })),
    ]
  }

  /** Supersedes anything. */
  delete(now: number): boolean {
    if (this.presence === 'absent') return false
    if (this.operation !== null) this.end('cancelled', 'cancelled by delete', now)
    this.specifications.set(this.generation + 1, this.specification())
    this.generation += 1
    this.presence = 'absent'
    this.begin('DELETE', null, now)
    return true
  }

  specification(generation = this.generation): Specification {
    const specification = this.specifications.get(generation)
    if (specification === undefined) throw new Error(`No specification of generation ${generation}`)
    return specification
  }

  read(now: number, observed: Observed, evidenceSince: number, bootsAllowed: number): World {
    return {
      now,
      desired: this.desired(),
      rows: this.rows,
      operation: this.viewed(),
      ledger: this.ledger,
      observed,
      creation: this.creation,
      throttled: this.throttled,
      brake: this.brake,
      roomAskedAt: this.roomAskedAt,
      retryAskedAt: null,
      healingPausedAt: this.healingPausedAt,
      drill: null,
      evidenceSince,
      proven: this.proven,
      bootsAllowed,
      specifications: this.names(),
    }
  }

  private names(): World['specifications'] {
    for (const [generation, specification] of this.specifications) {
      this.named[generation] ??= Object.fromEntries(
        this.nodesOf(specification).map(({ id, role }) => [id, nameOf(specification, id, role)]),
      )
    }
    return this.named
  }

  /** What every commit asks first. */
  isCurrent(generation: number): boolean {
    return generation === this.generation && !this.isGone
  }

  /** Before the moves: ledger, proofs, formatted. */
  commitLook(generation: number, decision: Decision, world: World): boolean {
    if (!this.isCurrent(generation)) return false
    this.noteMoves(decision, world)
    this.ledger = decision.ledger
    this.proven = new Set([...this.proven, ...decision.proven])
    this.rows = this.rows.map((row) =>
      decision.formatted.includes(row.id) ? { ...row, formatted: true } : row,
    )
    return true
  }

  /** As the engine stores them: what begins, what ended, and at the end a word on all the rest. */
  private noteMoves(decision: Decision, world: World): void {
    const { begun, ended } = moveNews(world, { decision, open: this.openMoves })
    const over = new Set(ended.map(({ id }) => id))
    this.openMoves = [...this.openMoves.filter(({ id }) => !over.has(id)), ...begun]
    for (const { id } of begun) this.outcomes.delete(id)
    for (const { id, outcome } of ended) this.outcomes.set(id, outcome)
    if (decision.outcome.is !== 'complete' && decision.outcome.is !== 'fail') return
    const rest = neverBegun(world, new Set(this.outcomes.keys()))
    for (const { id, outcome } of rest) this.outcomes.set(id, outcome)
  }

  commitLedger(generation: number, ledger: Ledger): void {
    if (this.isCurrent(generation)) this.ledger = ledger
  }

  commitOutcome(generation: number, outcome: Outcome, now: number): boolean {
    if (outcome.is === 'goOn') return this.isCurrent(generation)
    if (!this.isCurrent(generation) || this.operation === null) return false
    switch (outcome.is) {
      case 'complete':
        if (this.operation.kind === 'CREATE') this.creation = 'complete'
        this.end('complete', '', now)
        return true
      case 'fail':
        if (this.operation.kind === 'CREATE') this.creation = 'failed'
        this.end('failed', JSON.stringify(outcome.why), now)
        return true
      case 'undo': {
        const source = this.specification(this.operation.sourceGeneration ?? this.generation)
        this.generation += 1
        this.specifications.set(this.generation, source)
        this.operation = { ...this.operation, undoing: true }
        return true
      }
    }
  }

  commitGone(generation: number): void {
    if (this.isCurrent(generation)) this.isGone = true
  }

  commitAssign(generation: number, move: Extract<Move, { do: 'assign' }>): boolean {
    if (!this.isCurrent(generation)) return false
    this.rows = this.rows.map((row) =>
      row.id === move.node ? { ...row, assigned: move.to, witness: move.witness } : row,
    )
    return true
  }

  /** A specification of its own, towards which the operation goes on. */
  commitProtocol(generation: number): void {
    if (!this.isCurrent(generation) || this.operation === null) return
    const raised = withOwnProtocol(this.specification())
    this.generation += 1
    this.specifications.set(this.generation, raised)
    this.operation = { ...this.operation, targetGeneration: this.generation }
  }

  commitFormatted(generation: number, node: NodeId): void {
    if (!this.isCurrent(generation)) return
    this.rows = this.rows.map((row) => (row.id === node ? { ...row, formatted: true } : row))
  }

  commitForget(generation: number, node: NodeId): boolean {
    if (!this.isCurrent(generation)) return false
    this.rows = this.rows.filter(({ id }) => id !== node)
    return true
  }

  commitUnthrottled(generation: number): void {
    if (this.isCurrent(generation)) this.throttled = false
  }

  commitBrake(generation: number, brake: World['brake']): void {
    if (this.isCurrent(generation)) this.brake = brake
  }

  private desired(): Desired {
    const specification = this.specification()
    return {
      generation: this.generation,
      presence: this.presence,
      power: specification.power,
      release: releaseOf(specification),
      features: levelsOf(specification),
      heldProtocol: specification.heldProtocol ?? null,
      nodes: this.nodesOf(specification).map(({ id, role, zoneId }) => ({
        id,
        role,
        zoneId,
        ...nameOf(specification, id, role),
      })),
      settings: settingsOf(specification),
      volumeBytes: volumeOf(specification),
    }
  }

  private begin(
    kind: OperationKind,
    sourceGeneration: number | null,
    now: number,
    placement: OperationView['placement'] = [],
  ): void {
    const copies = placement.some((move) => !onlyLeads(move))
    this.openMoves = []
    this.outcomes = new Map()
    if (copies) this.throttled = true
    this.operations += 1
    const id = `operation-${this.operations}`
    const targetGeneration = this.generation
    this.operation = {
      id,
      kind,
      startedAt: now,
      sourceGeneration,
      sourceIsThere: true,
      targetGeneration,
      undoing: false,
      changesSettings: kind === 'UPDATE',
      sourceFeatures: this.sourceFeatures(sourceGeneration),
      restarts: kind === 'UPDATE' || kind === 'REBOOT',
      placement,
      drains: this.specification().brokers !== undefined,
      throttle: copies ? 1_000_000 : null,
      paused: false,
      cancelAsked: false,
    }
  }

  private viewed(): OperationView | null {
    if (this.operation === null || this.operation.sourceGeneration === null) return this.operation
    const there = new Set(this.rows.map(({ id }) => id))
    const source = this.nodesOf(this.specification(this.operation.sourceGeneration))
    return { ...this.operation, sourceIsThere: source.every(({ id }) => there.has(id)) }
  }

  private sourceFeatures(sourceGeneration: number | null): OperationView['sourceFeatures'] {
    if (sourceGeneration === null) return null
    const source = this.specification(sourceGeneration)
    return releaseOf(source) === releaseOf(this.specification()) ? null : levelsOf(source)
  }

  private end(how: Ended['how'], why: string, now: number): void {
    if (this.operation === null) return
    const { kind, placement } = this.operation
    this.ended.push({ kind, how, why, at: now, placement, outcomes: this.outcomes })
    this.operation = null
  }
}
