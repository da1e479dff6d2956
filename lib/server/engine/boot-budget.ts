/**
 * How many JVMs may boot on this host at once. One cluster alone may boot all its nodes together: 3 + 3 at once is
 * the fastest way found on two cores. It is the second cluster that makes everyone time out, so clusters that come
 * later share what the limit leaves.
 */
export type BootBudget = {
  /** Nodes of this cluster that may be booting now, those booting already included. */
  allowedFor(clusterId: string): number
  /** What the last look found booting. */
  report(clusterId: string, booting: number): void
}

export function createBootBudget(limit: number): BootBudget {
  const bootingBy = new Map<string, number>()
  return {
    allowedFor(clusterId) {
      let others = 0
      for (const [id, booting] of bootingBy) if (id !== clusterId) others += booting
      if (others === 0) return Number.MAX_SAFE_INTEGER
      return Math.max(bootingBy.get(clusterId) ?? 0, limit - others)
    },
    report(clusterId, booting) {
      if (booting === 0) bootingBy.delete(clusterId)
      else bootingBy.set(clusterId, booting)
    },
  }
}
