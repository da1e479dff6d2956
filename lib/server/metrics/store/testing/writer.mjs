// @ts-check
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

/**
 * A process that writes metrics on a clock of its own, as fast as it can, until it is killed: 50 series, a reading
 * every ten seconds, stored every minute. After each it prints the time up to which everything is stored.
 */
const [bundle = '', file = '', begin = ''] = process.argv.slice(2)
const { MetricFile } = await import(pathToFileURL(bundle).href)

let now = Number(begin)
const clock = { now: () => now, monotonicMs: () => now }
const metrics = new MetricFile({ file, clock, bytesPerClusterMax: 2 ** 40 })
for (let handle = 1; handle <= 50; handle++) {
  const dimensions = { 'Cluster Name': 'a', 'Broker ID': String(handle) }
  metrics.define(handle, { region: 'us-east-1', metric: 'CpuIdle', dimensions })
}
for (;;) {
  for (let handle = 1; handle <= 50; handle++) metrics.put(Float64Array.of(handle, now, (now / 10_000) % 97))
  now += 10_000
  if (now % 60_000 !== 0) continue
  await metrics.flush()
  process.stdout.write(`${now}\n`)
  await metrics.rollUp()
  await metrics.forget()
  // So that what was printed leaves the process.
  await setImmediate()
}
