import { Durations } from '../../durations'

/** How the collection itself fares, for whoever watches Mosaik. */
export class CollectorHealth {
  readonly reads = new Durations()
  nodesSilent = 0
  /** Steps that were left out because the one before was not over. */
  stepsSkipped = 0
  readings = 0

  async timed<Result>(read: () => Promise<Result>): Promise<Result> {
    const begunMs = performance.now()
    try {
      return await read()
    } catch (error) {
      this.nodesSilent += 1
      throw error
    } finally {
      this.reads.add(performance.now() - begunMs)
    }
  }
}
