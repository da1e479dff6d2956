import { DRILLS } from './kind'
import { fillerBytesFor, partitionsAtRisk, type DrillFacts } from './facts'
import { FULL_FOR_MS, INJECT_MS, SPARE_MS, type Plan } from './advance'
import type { DrillRecord, Fault } from './record'
import type { World } from '../plan/world'

/** The faults of a drill as they are written down: for these processes, and for so long at most. */
export function planFaults(record: DrillRecord, world: World, facts: DrillFacts): Plan {
  const { fault: is } = DRILLS[record.kind]
  const atRisk = partitionsAtRisk(world, record.targets)
  if (atRisk === null) return { is: 'stop', why: 'unwell', detail: null }
  const [first] = atRisk
  if (first !== undefined) return { is: 'stop', why: 'atRisk', detail: first }
  const { bounds } = record
  const untilAt =
    facts.now +
    INJECT_MS +
    bounds.detectMs +
    FULL_FOR_MS +
    Math.max(bounds.healMs, bounds.fullIsrMs) +
    SPARE_MS
  const faults: Fault[] = []
  for (const node of record.targets) {
    const seen = facts.nodes[node]
    const bytes = is === 'fillVolume' ? fillerBytesFor(world, node) : null
    if (seen === undefined || seen.boot === null || (is === 'fillVolume' && bytes === null)) {
      return { is: 'stop', why: 'noProcess', detail: String(node) }
    }
    faults.push({
      node,
      is,
      boot: seen.boot,
      pid: seen.signs?.pid ?? null,
      directoryId: seen.signs?.directoryId ?? null,
      led: seen.leads,
      bytes,
      notedAt: facts.now,
      untilAt,
      injectedAt: null,
      liftedAt: null,
    })
  }
  return { is: 'faults', faults }
}
