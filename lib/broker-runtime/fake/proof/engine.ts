import { moveFailed } from '@/lib/domain/plan/ledger'
import type { Decision, Move } from '@/lib/domain/plan/plan'
import { plan } from '@/lib/domain/plan/planner'
import { stillRight } from '@/lib/domain/plan/second-look'
import { FRESH_MS } from '@/lib/domain/plan/deadlines'
import type { World } from '@/lib/domain/plan/world'
import { MoveRefused, type RuntimeMove } from '../../runtime'
import { applyMove, changeKafka } from '../moves'
import type { FakeState } from '../state'
import { PROOF_TIMING } from './proof-timing'
import type { Eyes } from './eyes'
import { isKafkaMove, Promises } from './promises'
import { nodeSpecification } from './specification'
import type { Store } from './store'

/** The engine is gone at this very point; another one takes over. */
export class EngineStopped extends Error {}
/** A promise did not hold. */
export class BrokenPromise extends Error {}

export type EngineTroubles = {
  /**
   * Points, counted from the start: before and after each commit, each second look and each move of a tick that has
   * any. At these the engine stops, …
   */
  stopsAt: ReadonlySet<number>
  /** … at these it is held up for a while, … */
  stallsAt: ReadonlyMap<number, number>
  /** … and at these a user does something. */
  interruptsAt: ReadonlySet<number>
  interrupt: () => void
  /** Time goes by, and with it whatever goes wrong in it. */
  pass: (ms: number) => void
  /** Each move is made twice. */
  twice: boolean
  /** Moves of this kind fail for good. */
  failing: Move['do'] | null
  /** For showing that it is needed: act on the first look alone. */
  skipSecondLook?: boolean
}

/** The loop of the real engine without anything asynchronous: look, plan, store, look again, act. */
export class Engine {
  readonly promises = new Promises()
  epoch = 1
  points = 0
  private evidenceSince: number
  private releaseReady = false
  private isBusy = false
  private readonly store: Store
  private readonly state: FakeState
  private readonly eyes: Eyes
  private readonly troubles: EngineTroubles
  private readonly bootsAllowed: number

  constructor(store: Store, state: FakeState, eyes: Eyes, troubles: EngineTroubles, bootsAllowed: number) {
    this.store = store
    this.state = state
    this.eyes = eyes
    this.troubles = troubles
    this.bootsAllowed = bootsAllowed
    this.evidenceSince = state.at
  }

  /** One tick; what it decided, or null where the engine stopped on the way. */
  tick(): Decision | null {
    try {
      return this.run()
    } catch (error) {
      if (!(error instanceof EngineStopped)) throw error
      this.epoch += 1
      this.evidenceSince = this.state.at
      return null
    }
  }

  /** After a sleep the evidence starts anew. */
  wakeUp(): void {
    this.evidenceSince = this.state.at
  }

  private run(): Decision {
    const { store, state } = this
    const world = this.world(false)
    const decision = plan(world)
    const { generation } = world.desired
    this.isBusy = decision.moves.length + decision.guarded.length > 0 || decision.outcome.is !== 'goOn'
    this.point()
    if (!store.commitLook(generation, decision, world)) return decision
    this.point()
    if (!store.commitOutcome(generation, decision.outcome, state.at)) return decision
    this.hold(this.promises.afterEnd(store, state))
    if (decision.gone) store.commitGone(generation)
    if (decision.outcome.is !== 'goOn') return decision
    for (const move of decision.moves) this.lookAndMake(move)
    for (const move of decision.guarded) this.lookAndMake(move, true)
    return decision
  }

  private lookAndMake(move: Move, isGuarded = false): void {
    this.point()
    const again = this.world(true)
    if (this.troubles.skipSecondLook !== true && !stillRight(again, move)) return
    const { generation: second } = again.desired
    this.point(true)
    if (isGuarded && this.store.generation === second)
      this.hold(this.promises.beforeGuarded(move, this.state, this.store))
    this.make(move, second)
    if (this.troubles.twice) this.make(move, second)
    this.point()
  }

  private world(targeted: boolean): World {
    const observed = this.eyes.look(this.state, this.releaseReady, targeted)
    return this.store.read(this.state.at, observed, this.evidenceSince, this.bootsAllowed)
  }

  private make(move: Move, generation: number): void {
    const { store, state } = this
    if (this.troubles.failing === move.do) {
      const world = this.world(true)
      store.commitLedger(generation, moveFailed(world, store.ledger, move, `${move.do} fails for good`))
      return
    }
    if (store.generation === generation) this.hold(this.promises.before(move, state, store))
    if (isKafkaMove(move)) {
      // Told by whoever leads the cluster: without one there is nobody to tell.
      if (state.leader !== null) changeKafka(state, move)
      return
    }
    switch (move.do) {
      case 'prepareRelease':
        this.releaseReady = true
        return
      case 'assign':
        if (store.commitAssign(generation, move)) this.hold(this.promises.afterAssign(move.node, store))
        return
      case 'raiseProtocol':
        store.commitProtocol(generation)
        return
      case 'unthrottled':
        store.commitUnthrottled(generation)
        return
      case 'noteBrake':
      case 'unbraked':
        store.commitBrake(
          generation,
          move.do === 'unbraked' ? null : { before: move.before, since: move.since },
        )
        return
      case 'forget':
        store.commitForget(generation, move.node)
        return
      case 'inject':
      case 'lift':
        throw new Error('There are no drills here: faults strike by themselves.')
      case 'start':
      case 'stop':
      case 'kill':
      case 'destroy':
        this.drive(move, generation)
    }
  }

  private drive(
    move: Extract<Move, { do: 'start' | 'stop' | 'kill' | 'destroy' }>,
    generation: number,
  ): void {
    const role = this.store.shape.find(({ id }) => id === move.node)?.role ?? 'broker'
    const cluster = { id: this.state.clusterId, arn: this.state.arn, name: 'proof' }
    const where = { node: { cluster, nodeId: move.node, role }, epoch: this.epoch }
    const runtimeMove: RuntimeMove =
      move.do === 'start'
        ? {
            do: 'start',
            ...where,
            specification: nodeSpecification(
              this.store.specification(move.specification.generation),
              move.node,
              role,
            ),
            assigned: move.specification,
            directory: move.directory,
          }
        : { ...move, ...where }
    try {
      applyMove(this.state, runtimeMove, PROOF_TIMING)
      // Not left to the next look: until then the directory could be lost without anybody knowing it was there.
      if (move.do === 'start') this.store.commitFormatted(generation, move.node)
    } catch (error) {
      if (!(error instanceof MoveRefused)) throw error
      const world = this.world(true)
      this.store.commitLedger(generation, moveFailed(world, this.store.ledger, move, error.message))
    }
  }

  /** Between the second look and the move no time passes, but a user may still come first. */
  private point(isBetween = false): void {
    if (!this.isBusy) return
    this.points += 1
    const stall = this.troubles.stallsAt.get(this.points) ?? 0
    if (!isBetween) this.troubles.pass(5 + stall)
    if (stall > FRESH_MS) this.wakeUp()
    if (this.troubles.interruptsAt.has(this.points)) this.troubles.interrupt()
    if (this.troubles.stopsAt.has(this.points)) throw new EngineStopped()
  }

  private hold(broken: string | null): void {
    if (broken !== null) throw new BrokenPromise(broken)
  }
}
