import { runningSettings } from '@/lib/domain/configuration/configuration-change'
import { isKnown, type NodeId } from '@/lib/domain/plan/world'
import { systemClock } from '../../clock'
import { withAnswers } from '../../engine/watch'
import type { StoredCluster } from '../../engine/stored/stored-cluster'
import { createKafkaObserver } from '../../kafka/observe'
import { runtime } from '../../process'

/** One look at a cluster as it is, partitions and told settings included, for a preview. */
async function lookAtCluster({ ref, nodes }: StoredCluster, settings: readonly string[]) {
  const observed = await runtime().observe(ref)
  const { processes } = observed
  const fake = runtime().observeKafka
  if (fake) return { processes, kafka: await fake(ref) }
  const boots = isKnown(processes) ? processes.value : {}
  const observer = createKafkaObserver({ clock: systemClock })
  try {
    const { kafka, answers } = await observer.look({
      nodes: nodes.flatMap(({ nodeId: id, role, place }) => {
        const boot = boots[id]?.boot ?? null
        return boot === null ? [] : [{ id, role, place, boot }]
      }),
      partitions: 'all',
      settings,
    })
    const answered = new Map<NodeId, string>()
    return {
      processes: isKnown(processes) ? withAnswers(processes, answers, { answered }) : processes,
      kafka,
    }
  } finally {
    observer.close()
  }
}

/** The same look for all that asks within one request: brokers are asked once. */
export function lookOnce(stored: StoredCluster): () => Promise<Looked> {
  let looked: Promise<Looked> | null = null
  return () => (looked ??= lookAtCluster(stored, runningSettings(stored.specification).all))
}

export type Looked = Awaited<ReturnType<typeof lookAtCluster>>
