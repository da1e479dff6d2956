import { FULL_DISK, isFullDisk } from '../full-disk'
import { EngineOutdated, type Engine } from './engine'
import { newMemory, type ClusterMemory } from './memory'
import { ticks } from '../process'
import { tick } from './tick'

/**
 * One loop per cluster: they tick independently, and what goes wrong with one never reaches another. A loop rests
 * between its ticks and can be woken; a wake during a tick counts for the time after it.
 */
export type ClusterLoop = {
  readonly memory: ClusterMemory
  /** Something about this cluster was stored: read it and decide anew, now. */
  wake(): void
  stop(): Promise<void>
}

type Ends = { gone(): void; outdated(error: EngineOutdated): void }

const ERROR_PACE_MS = 1_000
const ERROR_PACE_MAX_MS = 15_000

export function runLoop(engine: Engine, clusterId: string, ends: Ends): ClusterLoop {
  const memory = newMemory(engine, clusterId)
  const rest = createRest()
  const ending = new AbortController()

  async function run(): Promise<void> {
    let errors = 0
    while (!ending.signal.aborted) {
      try {
        const begunMs = engine.clock.monotonicMs()
        const pace = await tick(engine, memory)
        ticks().add(engine.clock.monotonicMs() - begunMs)
        errors = 0
        if (pace === 'gone') return ends.gone()
        await rest.wait(engine.slowDown(pace))
      } catch (error) {
        if (error instanceof EngineOutdated) return ends.outdated(error)
        errors += 1
        memory.isOutdated = true
        tell(engine, clusterId, error, errors)
        await rest.wait(Math.min(ERROR_PACE_MAX_MS, ERROR_PACE_MS * 2 ** (errors - 1)))
      }
    }
  }

  const ended = run().finally(() => {
    memory.watch.kafkaObserver.close()
    memory.watch.canary?.drop()
    memory.watch.counter?.counter.close()
  })
  return {
    memory,
    wake() {
      memory.isOutdated = true
      // Whoever changed something wants to see it: topics and their replicas are looked at again as well.
      memory.partitionsAskedAtMs = -Infinity
      rest.end()
    },
    stop() {
      ending.abort()
      rest.end()
      return ended
    },
  }
}

/** A full disk is told once: it fails every look until somebody frees some space. */
function tell({ log }: Engine, clusterId: string, error: unknown, errors: number): void {
  if (!isFullDisk(error))
    log.error({ error, clusterId }, 'A look at a cluster failed; it will be tried again')
  else if (errors === 1) log.error({ clusterId }, FULL_DISK)
}

/** A pause that can be cut short; a cut that comes before the pause is not lost. */
function createRest(): { wait(ms: number): Promise<void>; end(): void } {
  let isCut = false
  let resume: (() => void) | null = null
  return {
    wait(ms) {
      if (isCut || ms <= 0) {
        isCut = false
        // Never spin: whoever else has something to do comes first.
        return new Promise((resolve) => setImmediate(resolve))
      }
      return new Promise((resolve) => {
        const timer = setTimeout(done, ms)
        function done(): void {
          clearTimeout(timer)
          resume = null
          isCut = false
          resolve()
        }
        resume = done
      })
    },
    end() {
      if (resume) resume()
      else isCut = true
    },
  }
}
