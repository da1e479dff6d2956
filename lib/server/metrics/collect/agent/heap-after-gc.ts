import { z } from 'zod'
import { entriesOf } from './parse'

const poolSchema = z.object({ Type: z.literal('HEAP'), CollectionUsage: z.object({ used: z.number() }) })
const heapSchema = z.object({ HeapMemoryUsage: z.object({ max: z.number().positive() }) })

/** Percent of the heap that was in use after the last collection of each pool. */
export function heapAfterGc(pools: unknown, heap: unknown): number | null {
  const all = heapSchema.safeParse(heap)
  if (!all.success) return null
  const used = entriesOf(pools).reduce((sum, [, pool]) => {
    const parsed = poolSchema.safeParse(pool)
    return sum + (parsed.success ? parsed.data.CollectionUsage.used : 0)
  }, 0)
  return (100 * used) / all.data.HeapMemoryUsage.max
}
