import type { Decision } from '@/lib/domain/plan/plan'
import type { Engine } from '../engine'
import type { ClusterMemory } from '../memory'
import type { NamedCluster } from '../world'

/** Pages show what is there now; that it was there at all is kept in the log, once each time it comes and goes. */
export function noteFindings(
  { log }: Engine,
  memory: ClusterMemory,
  { ref }: NamedCluster,
  { findings }: Decision,
): void {
  const now = new Map(findings.map((finding) => [JSON.stringify(finding), finding]))
  for (const [key, finding] of now) {
    if (!memory.findings.has(key)) {
      log.warn({ cluster: ref.name, finding }, 'Found what is none of ours. It is left alone')
    }
  }
  for (const key of memory.findings) {
    if (!now.has(key)) log.info({ cluster: ref.name, finding: key }, 'What was found is gone')
  }
  memory.findings = new Set(now.keys())
}
