/** How the collection itself fares, for whoever watches Mosaik. */
export class CollectorHealth {
  nodesRead = 0
  nodesSilent = 0
  /** Steps that were left out because the one before was not over. */
  stepsSkipped = 0
  readings = 0
  readSeconds = 0

  async timed<Result>(read: () => Promise<Result>): Promise<Result> {
    const begunMs = performance.now()
    try {
      const result = await read()
      this.nodesRead += 1
      return result
    } catch (error) {
      this.nodesSilent += 1
      throw error
    } finally {
      this.readSeconds += (performance.now() - begunMs) / 1000
    }
  }
}
