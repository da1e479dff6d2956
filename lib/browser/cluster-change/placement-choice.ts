import type { PlacementWish } from '@/lib/domain/rebalance/placement-wish'
import { isWhole } from './whole'

/** What is chosen about where partitions lie, as texts of the address; empty: nothing is. */
export type PlacementChoice = {
  topic: string
  /** `1,3`: only on these brokers. */
  on: string
  factor: string
  /** `level`, `preferred`, or `chosen`, behind which partitions come with their leaders: `chosen:0-2,5-1`. */
  leaders: string
}

export const LEADERS_MODES = ['replicas', 'level', 'preferred', 'chosen'] as const
export type LeadersMode = (typeof LEADERS_MODES)[number]

export const leadersMode = (leaders: string): LeadersMode =>
  LEADERS_MODES.find((mode) => mode === leaders.split(':')[0]) ?? 'replicas'

/** Leaders by partition. */
export function chosenLeaders(leaders: string): ReadonlyMap<number, number> {
  const pairs = [...leaders.matchAll(/(\d+)-(\d+)/g)]
  return new Map(pairs.map(([, partition, leader]) => [Number(partition), Number(leader)]))
}

export const writeLeaders = (chosen: ReadonlyMap<number, number>): string =>
  chosen.size === 0 ? 'chosen' : `chosen:${[...chosen].map((pair) => pair.join('-')).join(',')}`

/** The brokers among `all` that partitions may lie on. */
export const brokersOn = (on: string, all: readonly number[]): readonly number[] =>
  on === '' ? all : all.filter((id) => on.split(',').includes(String(id)))

/** All of them is what it is without a choice; none of them is a choice that is refused with a sentence. */
export const writeOn = (chosen: readonly number[], all: readonly number[]): string =>
  chosen.length === all.length ? '' : chosen.length === 0 ? 'none' : chosen.join(',')

/** Null as long as there is nothing to ask. */
export function placementWish({ topic, on, factor, leaders }: PlacementChoice): PlacementWish | null {
  const mode = leadersMode(leaders)
  const about = topic === '' ? {} : { topic }
  const where = on === '' ? {} : { brokers: [...on.matchAll(/\d+/g)].map(([id]) => Number(id)) }
  if (mode === 'preferred') return { ...about, leaders: 'preferred' }
  if (mode === 'level') return { ...about, ...where, leaders: 'level' }
  if (mode === 'chosen') {
    const chosen = [...chosenLeaders(leaders)].map(([partition, leader]) => ({ partition, leader }))
    return chosen.length === 0 ? null : { ...about, leaders: chosen }
  }
  if (topic === '' || factor === '') return { ...about, ...where }
  return isWhole(factor) ? { ...about, ...where, factor: Number(factor) } : null
}
