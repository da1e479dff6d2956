import { servesClients } from '@/lib/domain/node'
import type { Decision } from '@/lib/domain/plan/plan'
import type { OperationKind, OperationView } from '@/lib/domain/plan/world'
import { advance } from '../advance'
import { crash, createTopic, freeze, hang, loseDirectory, wake } from '../faults'
import { emptyState, newNode, type FakeState } from '../state'
import { PROOF_TIMING } from './proof-timing'
import { askedBy } from './asked'
import { BrokenPromise, Engine } from './engine'
import { Eyes } from './eyes'
import type { Act, Fault, Filling, Scenario } from './scenario'
import { nameOf, settingsOf, type Specification } from './specification'
import { Store, type Ended } from './store'
import { nodeOf, reallyServes } from './truth'
import { isDownForItsVolume, wrongWithVolumes } from './volumes'

/** Plays one scenario to its end and beyond, and throws where a promise breaks. */

export type Life = {
  ended: readonly Ended[]
  ticks: number
  points: number
  tookMs: number
  log: readonly string[]
}

/** After the last trouble, an operation may wait out every deadline twice (once on the way back), not more. */
const END_BOUND_MS = 8_000_000
/** At four seconds each: long enough for the slowest follower. */
const QUIET_TICKS = 14

export function live(scenario: Scenario, options: { skipSecondLook?: boolean } = {}): Life {
  return new Player(scenario, options).play()
}

class Player {
  private readonly scenario: Scenario
  private readonly store: Store
  private readonly state: FakeState
  private readonly engine: Engine
  private readonly log: string[] = []
  private readonly pending: { at: number; run: () => void; what: string }[] = []
  private naps: Scenario['naps']
  private acts: { delayMs: number; act: Act }[]
  private actAt: number
  private actsHeldSince: number
  private ticks = 0

  constructor(scenario: Scenario, options: { skipSecondLook?: boolean }) {
    this.scenario = scenario
    this.store = new Store(scenario.shape)
    this.state = emptyState('proof', 'arn:proof', 0)
    this.naps = scenario.naps
    this.acts = [...scenario.acts]
    this.actAt = 0
    this.actsHeldSince = 0
    const interrupt = (): void => void this.act(scenario.interrupt)
    this.engine = new Engine(
      this.store,
      this.state,
      new Eyes(scenario.veils),
      { ...scenario, ...options, interrupt, pass: (ms) => this.pass(ms) },
      scenario.bootsAllowed,
    )
    for (const fault of scenario.faults) this.schedule(fault)
    this.state.quota = scenario.quota
    for (const filling of scenario.fillings) {
      const { at, node, to } = filling
      this.pending.push({ at, run: () => this.fillVolume(filling), what: `volume of ${node} holds ${to}` })
    }
    for (const { at, lasts } of scenario.pauses) {
      const set = (pausedAt: number | null) => (): void => void (this.store.healingPausedAt = pausedAt)
      this.pending.push({ at, run: set(at), what: 'healing is paused' })
      this.pending.push({ at: at + lasts, run: set(null), what: 'healing is resumed' })
    }
    if (scenario.deleteAt !== null) {
      this.pending.push({ at: scenario.deleteAt, run: () => this.act({ do: 'delete' }), what: 'delete' })
    }
  }

  play(): Life {
    try {
      return this.run()
    } catch (error) {
      if (error instanceof Error) error.message += `\n${this.log.join('\n')}`
      throw error
    }
  }

  private run(): Life {
    const { release } = this.scenario
    const revision = {
      name: 'r0',
      poison: null,
      poisons: 'broker',
      ...(release === undefined ? {} : { release }),
    } as const
    this.store.create({ power: 'on', revision, tokens: {} }, this.scenario.assignAtOnce, 0)
    const bound = this.troublesEnd() + END_BOUND_MS
    for (let quiet = 0; quiet < QUIET_TICKS && !this.store.isGone;) {
      if (this.state.at > bound) this.break(`nothing came to an end: ${this.describe()}`)
      this.sleep()
      const decision = this.engine.tick()
      this.ticks += 1
      if (decision !== null) this.tell(decision)
      this.nextAct()
      quiet = this.isOver(decision) ? quiet + 1 : 0
      this.pass(this.pace(decision))
    }
    this.judgeEnd()
    const { ended } = this.store
    const { points } = this.engine
    return { ended, ticks: this.ticks, points, tookMs: this.state.at, log: this.log }
  }

  private tell({ moves, guarded, outcome }: Decision): void {
    if (moves.length + guarded.length > 0)
      this.say(
        [...moves, ...guarded].map((move) => move.do + ('node' in move ? ` ${move.node}` : '')).join(', '),
      )
    if (outcome.is !== 'goOn') this.say(JSON.stringify(outcome))
  }

  private isOver(decision: Decision | null): boolean {
    if (this.acts.length > 0 || this.state.at <= this.troublesEnd() || this.store.operation !== null)
      return false
    // With moves that fail for good the planner tries for ever; that its operations end is all that is asked.
    return this.scenario.failing !== null || (decision !== null && isQuiet(decision))
  }

  /** The real engine looks every second; while only time passes, the proof may leap. */
  private pace(decision: Decision | null): number {
    if (
      decision === null ||
      decision.moves.length + decision.guarded.length > 0 ||
      decision.outcome.is !== 'goOn'
    )
      return 500
    return this.store.operation === null && this.pending.length === 0 ? 4_000 : 1_500
  }

  private troublesEnd(): number {
    const { faults, fillings, pauses, veils, naps, deleteAt } = this.scenario
    const ends = [
      ...[...faults, ...pauses].map(({ at, lasts }) => at + lasts),
      ...veils.map(({ until }) => until),
      ...fillings.map(({ at }) => at),
    ]
    return Math.max(0, deleteAt ?? 0, ...ends, ...naps.map(({ at }) => at))
  }

  private sleep(): void {
    const nap = this.naps.find(({ at }) => at <= this.state.at)
    if (nap === undefined) return
    this.naps = this.naps.filter((other) => other !== nap)
    this.say(`nap of ${nap.lasts} ms`)
    this.pass(nap.lasts)
    this.engine.wakeUp()
  }

  /** Troubles come when they are due, also in the middle of a tick that takes long. */
  private pass(ms: number): void {
    const until = this.state.at + ms
    while (this.state.at < until) {
      advance(this.state, Math.min(until, this.state.at + 1_000), PROOF_TIMING)
      this.strike()
    }
  }

  private strike(): void {
    const due = this.pending.filter(({ at }) => at <= this.state.at)
    for (const event of due) {
      this.pending.splice(this.pending.indexOf(event), 1)
      this.say(event.what)
      event.run()
    }
  }

  private nextAct(): void {
    if (this.store.presence === 'absent') this.acts = []
    const next = this.acts[0]
    if (next === undefined) return
    const waits =
      next.act.do !== 'delete' && (this.store.operation !== null || this.store.creation === 'pending')
    if (waits) {
      this.actAt = this.state.at + next.delayMs
      return
    }
    // A topic cannot be made in a cluster that does not answer; after a while its user gives up.
    if (this.state.at < this.actAt) return
    const done = this.act(next.act)
    const givesUp = this.state.at > this.actsHeldSince + 120_000
    if (!done && !givesUp) return
    this.acts.shift()
    this.actsHeldSince = this.state.at
    this.actAt = this.state.at + (this.acts[0]?.delayMs ?? 0)
  }

  private act(act: Act): boolean {
    const { store, state } = this
    if (store.presence === 'absent' || store.creation === 'failed') {
      return act.do === 'delete' ? store.delete(state.at) || true : true
    }
    const now = store.specification()
    switch (act.do) {
      case 'delete':
        this.say('delete')
        return store.delete(state.at)
      case 'createTopic':
        return now.power === 'off' || createTopic(state, act.name, act.partitions, act.rf, act.minIsr)
      case 'deleteTopic':
        state.partitions = state.partitions.filter(({ id }) => !id.startsWith(`${act.name}-`))
        return true
      case 'update':
      case 'resize':
      case 'growVolumes':
      case 'reboot':
      case 'place': {
        const asked = now.power === 'off' ? null : askedBy(act, now, store, state)
        return asked === null || this.change(asked.kind, asked.specification, asked.placement)
      }
      case 'stop':
        return this.change('STOP', { ...now, power: 'off' })
      case 'start':
        return this.change('START', { ...now, power: 'on' })
    }
  }

  private change(
    kind: OperationKind,
    specification: Specification,
    placement: OperationView['placement'] = [],
  ): boolean {
    const done = this.store.change(kind, specification, this.state.at, placement)
    if (done) this.say(`${kind} ${JSON.stringify(specification)}, ${placement.length} moves`)
    return done
  }

  /** A broker that is down neither writes nor deletes: what it would have deleted, it does when it is back. */
  private fillVolume(filling: Filling): void {
    const { node, to, asked } = filling
    if (asked) this.store.roomAskedAt = this.state.at
    const known = nodeOf(this.state, node)
    if (known === undefined) return
    if (reallyServes(this.state, node)) known.usedBytes = to
    else if (asked && this.store.presence === 'present' && !this.store.isGone) {
      const at = this.state.at + 5_000
      const run = (): void => this.fillVolume({ ...filling, asked: false })
      this.pending.push({ at, run, what: `${node} may delete` })
    }
  }

  private schedule({ at, lasts, node, is }: Fault): void {
    const on = (run: (known: ReturnType<typeof nodeOf> & object) => void) => (): void => {
      const role = this.scenario.shape.find(({ id }) => id === node)?.role ?? 'broker'
      const known = nodeOf(this.state, node)
      if (known !== undefined) run(known)
      else if (is === 'slowBoot' || is === 'neverRegisters') {
        const early = newNode(node, role)
        this.state.nodes.push(early)
        run(early)
      }
    }
    const push = (when: number, what: string, run: () => void): void => {
      this.pending.push({ at: when, what: `${what} ${node}`, run })
    }
    switch (is) {
      case 'crash':
        return push(at, is, () => void crash(this.state, node))
      case 'hang':
        push(at, is, () => void hang(this.state, node))
        return push(at + lasts, 'wake', () => void wake(this.state, node))
      case 'freeze':
        push(at, is, () => void freeze(this.state, node))
        return push(at + lasts, 'wake', () => void wake(this.state, node))
      case 'loseDirectory':
        return push(at, is, () => void loseDirectory(this.state, node))
      case 'slowBoot':
        push(
          at,
          is,
          on((known) => void (known.slowBootMs = Math.min(lasts, 120_000))),
        )
        return push(
          at + lasts,
          'quick again',
          on((known) => void (known.slowBootMs = 0)),
        )
      case 'neverRegisters':
        push(
          at,
          is,
          on((known) => void (known.neverRegisters = true)),
        )
        return push(
          at + lasts,
          'registers again',
          on((known) => void (known.neverRegisters = false)),
        )
    }
  }

  private judgeEnd(): void {
    const { store, state, scenario } = this
    if (scenario.failing !== null) return
    if (store.presence === 'absent') {
      if (!store.isGone || store.rows.length > 0) this.break('deleted, but not gone')
      const left = state.nodes.find(({ process, formatted }) => process !== null || formatted)
      if (left !== undefined) this.break(`deleted, but ${left.id} is left`)
      return
    }
    if (store.creation === 'failed' || this.waitsForPerson()) return
    const specification = store.specification()
    if (specification.power === 'off') {
      const up = state.nodes.find(({ process }) => process !== null)
      if (up !== undefined) this.break(`switched off, but ${up.id} runs`)
      return
    }
    this.judgeUp(specification)
  }

  private judgeUp(specification: Specification): void {
    const wrong = wrongWithVolumes(this.state, this.store, this.scenario.quota)
    if (wrong !== null) this.break(`${wrong}: ${this.describe()}`)
    const wanted = this.store.nodesOf(specification)
    const left = this.state.nodes.find(
      ({ id, process, formatted }) =>
        (process !== null || formatted) && !wanted.some((node) => node.id === id),
    )
    if (left !== undefined) this.break(`at the end ${left.id} is left: ${this.describe()}`)
    if (this.store.rows.length !== wanted.length)
      this.break('at the end there are rows of nodes that are gone')
    // What waits for somebody to make room may not have come to its end either; it says so.
    const waits = wanted.some(({ id }) => isDownForItsVolume(this.state, this.store, id))
    for (const { id, role } of wanted) {
      if (isDownForItsVolume(this.state, this.store, id)) continue
      if (!reallyServes(this.state, id)) this.break(`at the end ${id} does not serve: ${this.describe()}`)
      const { hash } = nameOf(specification, id, role)
      const runs = nodeOf(this.state, id)?.process?.startedWith.hash
      if (runs !== hash && !waits) this.break(`at the end ${id} runs ${runs}, not ${hash}`)
      if (!waits && specification.revision.poison !== null && !servesWell(specification)) {
        this.break(`at the end the poison ${specification.revision.name} is what shall run`)
      }
    }
    // The last change that came to its end, also by way of an undo, has left nothing told but what shall be.
    const last = this.store.ended.findLast(({ kind }) => kind === 'UPDATE')
    const told = JSON.stringify(this.state.told.cluster)
    const shallBeTold = JSON.stringify(settingsOf(specification).told)
    if (last?.how === 'complete' && told !== shallBeTold)
      this.break(`at the end brokers were told ${told}, not ${shallBeTold}`)
    const { rates, topics } = this.state.throttles
    if (Object.keys(rates).length + topics.length > 0)
      this.break(`at the end copying is throttled: ${JSON.stringify(this.state.throttles)}`)
    const behind = this.state.partitions.find(({ isr, replicas }) =>
      replicas.some((id) => !isr.includes(id) && !isDownForItsVolume(this.state, this.store, id)),
    )
    if (behind !== undefined && !waits) this.break(`at the end ${behind.id} lacks replicas`)
  }

  /** The only copy of something is lost: a person decides, and the planner says so and waits. */
  private waitsForPerson(): boolean {
    const lost = this.state.nodes.filter(
      ({ refills, formatted, process }) => refills && !formatted && process === null,
    )
    return lost.some(({ id, role }) => {
      if (servesClients(role) && this.state.partitions.some(({ isr }) => isr.length === 1 && isr[0] === id))
        return true
      const others = this.scenario.shape.filter((other) => other.id !== id && other.role !== 'broker')
      return (
        role !== 'broker' &&
        (others.length === 0 || others.some((other) => !reallyServes(this.state, other.id)))
      )
    })
  }

  private describe(): string {
    const { operation, ledger, rows } = this.store
    return JSON.stringify({ operation, ledger, rows: rows.map(({ id, assigned }) => [id, assigned?.hash]) })
  }

  private say(what: string): void {
    this.log.push(`${(this.state.at / 1000).toFixed(1)} ${what}`)
  }

  private break(what: string): never {
    throw new BrokenPromise(what)
  }
}

/** A poison nobody can notice is none: a cluster without partitions to catch up on is not harmed by `neverCatchesUp`. */
const servesWell = ({ revision }: Specification): boolean => revision.poison === 'neverCatchesUp'

const needsPerson = ({ verdict }: Decision['verdicts'][number]): boolean =>
  verdict.is === 'stuck' || (verdict.is === 'wait' && verdict.why.for === 'volume')

/** Nothing to do, or nothing that could be done without a person. */
const isQuiet = ({ moves, guarded, verdicts }: Decision): boolean =>
  moves.length + guarded.length === 0 &&
  verdicts.every((told) => told.verdict.is === 'done' || needsPerson(told))
