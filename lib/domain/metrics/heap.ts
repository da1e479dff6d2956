import { valueKey, type Figure, type NodeSample } from './sample'

/** Percent of the heap in use after the last collection of each pool; the reader of the agent makes it of several. */
export const HEAP_AFTER_GC = valueKey('java.lang:type=Memory', 'HeapAfterGcPercent')

export function heapFigures({ values }: NodeSample): readonly Figure[] {
  const value = values.get(HEAP_AFTER_GC)
  return value === undefined ? [] : [{ metric: 'HeapMemoryAfterGC', value }]
}
