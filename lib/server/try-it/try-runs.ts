import type { PassedMessage, TryRun } from '@/lib/contract/console/try-it'

const RUNS_MAX = 10
const MESSAGES_MAX = 20
const CLUSTERS_MAX = 200

type Kept = { runs: readonly TryRun[]; messages: readonly PassedMessage[] }
const NOTHING: Kept = { runs: [], messages: [] }

/** What was tried on each cluster, newest first, for as long as the process lives: a reload shows the same receipt. */
export class TryRuns {
  readonly #kept = new Map<string, Kept>()

  of(clusterId: string): Kept {
    return this.#kept.get(clusterId) ?? NOTHING
  }

  /** One at a time: whoever asks while a run is going on is shown that one. */
  running(clusterId: string): TryRun | undefined {
    return this.of(clusterId).runs.find(({ state }) => state === 'running')
  }

  find(clusterId: string, runId: string): TryRun | undefined {
    return this.of(clusterId).runs.find(({ id }) => id === runId)
  }

  /** The run goes on changing; what is kept is the run itself. */
  addRun(run: TryRun): void {
    const { runs, messages } = this.of(run.clusterId)
    this.#keep(run.clusterId, { runs: [run, ...runs].slice(0, RUNS_MAX), messages })
  }

  addMessage(clusterId: string, message: PassedMessage): void {
    const { runs, messages } = this.of(clusterId)
    this.#keep(clusterId, { runs, messages: [message, ...messages].slice(0, MESSAGES_MAX) })
  }

  #keep(clusterId: string, kept: Kept): void {
    this.#kept.delete(clusterId)
    this.#kept.set(clusterId, kept)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > CLUSTERS_MAX && oldest !== undefined) this.#kept.delete(oldest)
  }
}
