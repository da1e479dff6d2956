import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FaultKind } from '@/lib/domain/drill/kind'
import type { NodeSpecification } from '@/lib/domain/node'
import { isKnown, type Proc } from '@/lib/domain/plan/world'
import {
  MoveRefused,
  NO_LOG_FILTER,
  type BrokerRuntime,
  type ClusterRef,
  type LogEntry,
  type LogReading,
  type RuntimeMove,
} from './runtime'

/**
 * What every driver promises, as one test. The node it plays with is a single combined one, so that a driver of real
 * brokers passes it within seconds.
 */
export type RuntimeUnderTest = {
  /** A driver on the same home; opened again, it plays a console that was restarted. */
  open(): Promise<BrokerRuntime>
  cluster: ClusterRef
  /** A node that can really boot here; `restartToken` makes another hash of it. */
  specification: NodeSpecification
  /** Lets time pass: sleeps, or moves the clock of a fake world. */
  pass(ms: number): Promise<void>
  /** Ends the node's process behind the driver's back. */
  crash(runtime: BrokerRuntime): Promise<void>
  /** How long a boot or an orderly stop may take. */
  boundMs: number
  close(): Promise<void>
}

const EPOCH = 7
const STEP_MS = 100
const FILLER_BYTES = 8 * 1024 ** 2

export function describeRuntime(name: string, make: () => Promise<RuntimeUnderTest>): void {
  describe(`${name} keeps the contract of a broker runtime`, () => {
    let under: RuntimeUnderTest
    let runtime: BrokerRuntime
    let play: Play

    beforeAll(async () => {
      under = await make()
      runtime = await under.open()
      play = playOf(under)
    })
    afterAll(async () => {
      await runtime.destroyCluster(under.cluster, EPOCH).catch(() => undefined)
      await under.close()
    })

    it('lists nothing for a cluster it has never seen', async () => {
      const { processes } = await runtime.observe(under.cluster)
      expect(isKnown(processes) && processes.value).toEqual({})
    })

    it('prepares a release in the background and says how far it is', async () => {
      const { release } = under.specification
      await runtime.prepareRelease(release)
      await play.until(async () => (await runtime.observeRelease(release)).state === 'ready', 'the release')
      expect(await runtime.observeRelease(release)).toEqual({ state: 'ready' })
    })

    it('refuses to start an existing directory that is not there', async () => {
      await expect(runtime.apply(under.cluster, play.start('existing'))).rejects.toMatchObject({
        code: 'directory',
      })
    })

    it('starts a node, shows it booting and then running what it was started with', async () => {
      await runtime.apply(under.cluster, play.start('fresh'))
      const first = await play.proc(runtime)
      expect(first).toMatchObject({ hasDirectory: true, startedWith: play.assigned, lastExit: null })
      expect(first?.boot).toEqual(expect.any(String))
      expect(first?.startedAt).toEqual(expect.any(Number))
      const running = await play.reaches(runtime, 'running')
      expect(running.boot).toBe(first?.boot)
    })

    it('takes a second start as done', async () => {
      const before = await play.reaches(runtime, 'running')
      await runtime.apply(under.cluster, play.start('existing'))
      await runtime.apply(under.cluster, play.start('fresh'))
      expect((await play.reaches(runtime, 'running')).boot).toBe(before.boot)
    })

    it('finds the running node again after a restart of the console', async () => {
      const before = await play.reaches(runtime, 'running')
      const reopened = await under.open()
      expect(await play.proc(reopened)).toMatchObject({
        boot: before.boot,
        startedAt: before.startedAt,
        startedWith: before.startedWith,
      })
      runtime = reopened
      expect((await runtime.directories()).map(({ clusterId }) => clusterId)).toContain(under.cluster.id)
    })

    it('tells what the running node takes of the host, by the same boot', async () => {
      const { boot } = await play.reaches(runtime, 'running')
      const [first] = await runtime.figures(under.cluster)
      await under.pass(STEP_MS)
      const [second] = await runtime.figures(under.cluster)
      expect(first).toMatchObject({ nodeId: under.specification.nodeId, host: { boot } })
      expect(second?.host.takenMs).toBeGreaterThan(first?.host.takenMs ?? Number.NaN)
      expect(second?.host.cpu?.userMs).toBeGreaterThanOrEqual(first?.host.cpu?.userMs ?? Number.NaN)
    })

    it('refuses to stop or kill another boot than the one named', async () => {
      const { boot } = await play.reaches(runtime, 'running')
      for (const verb of ['stop', 'kill'] as const) {
        const move = play.end(verb, 'another-boot')
        await expect(runtime.apply(under.cluster, move)).rejects.toMatchObject({ code: 'boot' })
      }
      expect((await play.reaches(runtime, 'running')).boot).toBe(boot)
    })

    it('refuses to remove a directory under a process', async () => {
      await expect(runtime.apply(under.cluster, play.destroy())).rejects.toBeInstanceOf(MoveRefused)
      expect((await play.reaches(runtime, 'running')).hasDirectory).toBe(true)
    })

    it('refuses the moves of an older engine', async () => {
      const { boot } = await play.reaches(runtime, 'running')
      const stale: RuntimeMove = { ...play.end('kill', boot ?? ''), epoch: EPOCH - 1 }
      await expect(runtime.apply(under.cluster, stale)).rejects.toMatchObject({ code: 'epoch' })
      expect((await play.reaches(runtime, 'running')).boot).toBe(boot)
    })

    it('tells the log of a node', async () => {
      const read = async (reading: Partial<LogReading> = {}) => {
        const entries: LogEntry[] = []
        for await (const entry of runtime.logs(play.node, { filter: NO_LOG_FILTER, ...reading })) {
          entries.push(entry)
        }
        return entries
      }
      const [newest, next] = await read()
      expect(newest?.orderAt).toBeGreaterThan(0)
      expect((await read({ since: newest?.position })).at(-1)).toEqual(newest)
      expect((await read({ before: newest?.position }))[0]).toEqual(next)
      let bytes = 0
      for await (const piece of runtime.wholeLog(play.node)) bytes += piece.length
      expect(bytes).toBeGreaterThan(newest?.text.length ?? 0)
    })

    it('stops a node in order: observable while it stops, no exit reason afterwards, directory kept', async () => {
      const { boot } = await play.reaches(runtime, 'running')
      await runtime.apply(under.cluster, play.end('stop', boot ?? ''))
      expect((await play.proc(runtime))?.state).not.toBe('running')
      const absent = await play.reaches(runtime, 'absent')
      expect(absent).toMatchObject({ boot: null, hasDirectory: true, lastExit: null })
      await runtime.apply(under.cluster, play.end('stop', boot ?? ''))
    })

    it('starts the stopped node again as another boot', async () => {
      await runtime.apply(under.cluster, play.start('existing'))
      expect((await play.reaches(runtime, 'running')).hasDirectory).toBe(true)
    })

    it('says why a process ended that nobody asked to', async () => {
      const { boot } = await play.reaches(runtime, 'running')
      await under.crash(runtime)
      const absent = await play.reaches(runtime, 'absent')
      expect(absent.lastExit).toMatchObject({ boot, reason: expect.any(String) })
    })

    it('freezes a node for a drill and lets it go on, again and again', async () => {
      await runtime.apply(under.cluster, play.start('existing'))
      const { boot } = await play.reaches(runtime, 'running')
      for (const verb of ['inject', 'inject'] as const)
        await runtime.apply(under.cluster, play.fault(verb, 'freeze', boot))
      await play.until(async () => (await play.signs(runtime))?.processState === 'T', 'it to stand still')
      for (const verb of ['lift', 'lift'] as const)
        await runtime.apply(under.cluster, play.fault(verb, 'freeze', boot))
      await play.until(async () => (await play.signs(runtime))?.processState !== 'T', 'it to go on')
      expect((await play.reaches(runtime, 'running')).boot).toBe(boot)
    })

    it('fills a volume for a drill, and empties it', async () => {
      const { boot } = await play.reaches(runtime, 'running')
      await runtime.apply(under.cluster, play.fault('inject', 'fillVolume', boot))
      expect(await play.signs(runtime)).toMatchObject({ fillerBytes: FILLER_BYTES })
      await runtime.apply(under.cluster, play.fault('lift', 'fillVolume', boot))
      expect(await play.signs(runtime)).toMatchObject({ fillerBytes: null })
    })

    it('makes no fault of a drill for another boot than the one named', async () => {
      const { boot } = await play.reaches(runtime, 'running')
      for (const is of ['kill', 'freeze', 'loseVolume'] as const)
        await expect(
          runtime.apply(under.cluster, play.fault('inject', is, 'another-boot')),
        ).rejects.toMatchObject({ code: 'boot' })
      expect(await play.reaches(runtime, 'running')).toMatchObject({ boot, hasDirectory: true })
    })

    it('takes a volume away for a drill, and gives back what nobody replaced', async () => {
      const { boot } = await play.reaches(runtime, 'running')
      const { directoryId } = (await play.signs(runtime)) ?? {}
      for (const verb of ['inject', 'inject'] as const)
        await runtime.apply(under.cluster, play.fault(verb, 'loseVolume', boot))
      await play.until(async () => ((await play.proc(runtime))?.boot ?? null) === null, 'it to be gone')
      expect(await play.signs(runtime)).toMatchObject({ directoryId: null, isPutAside: true })
      for (const verb of ['lift', 'lift'] as const)
        await runtime.apply(under.cluster, play.fault(verb, 'loseVolume', boot))
      expect(await play.signs(runtime)).toMatchObject({ directoryId, isPutAside: false })
    })

    it('kills a node at once', async () => {
      await runtime.apply(under.cluster, play.start('existing'))
      const started = await play.proc(runtime)
      await runtime.apply(under.cluster, play.end('kill', started?.boot ?? ''))
      expect(await play.reaches(runtime, 'absent')).toMatchObject({ hasDirectory: true, lastExit: null })
    })

    it('destroys a stopped node, and again', async () => {
      await runtime.apply(under.cluster, play.destroy())
      await runtime.apply(under.cluster, play.destroy())
      expect(await play.proc(runtime)).toBeUndefined()
    })

    it('destroys a cluster with what still runs in it, and again', async () => {
      await runtime.apply(under.cluster, play.start('fresh'))
      await runtime.destroyCluster(under.cluster, EPOCH)
      await play.until(async () => (await play.proc(runtime)) === undefined, 'the cluster to be gone')
      await runtime.destroyCluster(under.cluster, EPOCH)
      expect((await runtime.directories()).map(({ clusterId }) => clusterId)).not.toContain(under.cluster.id)
    })
  })
}

type Play = ReturnType<typeof playOf>

function playOf(under: RuntimeUnderTest) {
  const { cluster, specification, boundMs } = under
  const node = { cluster, nodeId: specification.nodeId, role: specification.role }
  const assigned = { generation: 1, hash: 'hash-of-the-contract-test' }
  const fault = (verb: 'inject' | 'lift', is: FaultKind, boot: string | null): RuntimeMove => {
    const order = { node, fault: { drill: 'drill-of-the-contract', is, boot: boot ?? '' }, epoch: EPOCH }
    return verb === 'lift' ? { do: verb, ...order } : { do: verb, ...order, bytes: FILLER_BYTES }
  }
  const signs = async (runtime: BrokerRuntime) => (await runtime.faultSigns(cluster))[node.nodeId]
  const end = (verb: 'stop' | 'kill', boot: string): RuntimeMove => ({ do: verb, node, boot, epoch: EPOCH })

  const proc = async (runtime: BrokerRuntime): Promise<Proc | undefined> => {
    const { processes } = await runtime.observe(cluster)
    if (!isKnown(processes)) throw new Error(`The processes are not known: ${processes.unknown}`)
    return processes.value[node.nodeId]
  }
  const until = async (holds: () => Promise<boolean>, what: string): Promise<void> => {
    for (let waitedMs = 0; waitedMs <= boundMs; waitedMs += STEP_MS) {
      if (await holds()) return
      await under.pass(STEP_MS)
    }
    throw new Error(`Waited ${boundMs} ms in vain for ${what}`)
  }
  const reaches = async (runtime: BrokerRuntime, state: Proc['state']): Promise<Proc> => {
    let last: Proc | undefined
    await until(async () => {
      last = await proc(runtime)
      return last?.state === state
    }, `node ${node.nodeId} to be ${state}`)
    if (last === undefined) throw new Error(`Node ${node.nodeId} is not listed`)
    return last
  }
  return {
    node,
    assigned,
    end,
    fault,
    signs,
    proc,
    until,
    reaches,
    start: (directory: 'fresh' | 'existing'): RuntimeMove => ({
      do: 'start',
      node,
      specification,
      assigned,
      directory,
      epoch: EPOCH,
    }),
    destroy: (): RuntimeMove => ({ do: 'destroy', node, epoch: EPOCH }),
  }
}
