import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriesKey, type Reading } from '@/lib/domain/metrics/series'
import { systemClock } from '../../clock'
import { log } from '../../log'
import { events } from '../../process'
import { until } from '../../testing/fleet'
import { createInput } from '../../testing/requests'
import { openRunningConsole, type RunningConsole } from '../../testing/running-console'
import { runCollector } from './run-collector'

/** The collection on a wall clock that somebody sets while it runs, and the other clock that nobody sets. */
const STEP_MS = 10_000
const HOUR_MS = 3_600_000

let mosaik: RunningConsole
let offsetMs = 0
const clock = { now: () => Date.now() + offsetMs, monotonicMs: () => systemClock.monotonicMs() }

beforeAll(async () => {
  mosaik = await openRunningConsole()
  const response = await fetch(`${mosaik.url}/api/v2/clusters`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(createInput('orders')),
  })
  if (!response.ok) throw new Error(`No cluster could be made: ${response.status}.`)
})
afterAll(() => mosaik.close())

test('a clock set forward and back: no step comes twice, no rate is beyond what it was', async () => {
  const readings: Reading[] = []
  const collector = runCollector({
    database: mosaik.home.database,
    runtime: mosaik.home.runtime,
    events: events(),
    put: (more) => void readings.push(...more),
    clock,
    log,
  })
  const rates = () => readings.filter(({ series }) => series.metric === 'BytesInPerSec')
  const brokerOf = ({ series }: Reading): string => series.dimensions['Broker ID'] ?? ''
  /** Until each broker has rates of a time that was not there before. A step under way ends in the time it began in. */
  const measured = async (isExpected: (at: number) => boolean): Promise<void> => {
    const before = rates().length
    await until(
      'every broker is measured',
      () => {
        const fresh = rates().slice(before)
        return new Set(fresh.filter(({ at }) => isExpected(at)).map(brokerOf)).size === 3
      },
      60_000,
    )
  }
  try {
    await measured(() => true)
    await measured(() => true)
    const usual = new Map<string, number>()
    for (const rate of rates())
      usual.set(brokerOf(rate), Math.max(rate.value, usual.get(brokerOf(rate)) ?? 0))
    expect(Math.min(...usual.values())).toBeGreaterThan(0)

    offsetMs = HOUR_MS
    await measured((at) => at > Date.now() + HOUR_MS / 2)
    offsetMs = HOUR_MS - 60_000
    await sleep(2 * STEP_MS)
    offsetMs = 0
    await measured((at) => at <= Date.now())
    await measured((at) => at <= Date.now())

    const keys = readings.map(({ series, at }) => `${seriesKey(series)} ${at}`)
    expect(new Set(keys).size).toBe(keys.length)
    // The load of a fake broker swings between a half and one and a half of its own level.
    const isBeyond = (rate: Reading): boolean =>
      rate.value < 0 || rate.value > 3 * (usual.get(brokerOf(rate)) ?? 0)
    expect(rates().filter(isBeyond)).toEqual([])
    expect(collector.health.nodesSilent).toBe(0)
  } finally {
    await collector.stop()
  }
}, 180_000)
