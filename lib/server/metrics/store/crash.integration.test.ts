import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { compile } from '@/bin/bundle/compile.mjs'
import { MetricFile } from './metric-file'

/** A round hour. */
const BEGIN = 1_796_032_800_000

test('killed at any moment it loses nothing that was stored, and every level agrees', async () => {
  const bundle = await compile({
    what: 'the file of metrics',
    entry: 'lib/server/metrics/store/metric-file.ts',
    sources: ['lib/domain/metrics', 'lib/server/metrics/store'],
    output: '.cache/metrics-file/metric-file.mjs',
  })
  const folder = await mkdtemp(join(tmpdir(), 'mosaik-metrics-'))
  try {
    const file = join(folder, 'metrics.db')
    let begin = BEGIN
    for (const livesMs of [300, 450, 700, 1_100]) {
      const storedUntil = await killedWriter([bundle, file, String(begin)], livesMs)
      await expectWhole(file, storedUntil)
      begin = storedUntil
    }
    expect(begin).toBeGreaterThan(BEGIN + 30 * 60_000)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)

/** Returns up to when it said that everything was stored. */
async function killedWriter(args: readonly string[], livesMs: number): Promise<number> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'testing/writer.mjs'), ...args])
  let said = ''
  writer.stdout.on('data', (chunk: Buffer) => {
    // It lives from its first words on: how long a process takes to start says nothing.
    if (said === '') setTimeout(() => writer.kill('SIGKILL'), livesMs)
    said += chunk.toString()
  })
  await new Promise((resolve) => writer.on('close', resolve))
  return Number(said.trimEnd().split('\n').at(-1))
}

async function expectWhole(file: string, storedUntil: number): Promise<void> {
  const client = createClient({ url: `file:${file}` })
  expect((await client.execute('PRAGMA integrity_check')).rows[0]?.integrity_check).toBe('ok')
  client.close()
  const metrics = new MetricFile({
    file,
    clock: { now: () => storedUntil, monotonicMs: () => 0 },
    bytesPerClusterMax: 2 ** 40,
  })
  const from = Math.max(BEGIN, storedUntil - 2 * 3_600_000)
  for (const broker of ['1', '25', '50']) {
    const series = {
      region: 'us-east-1',
      metric: 'CpuIdle',
      dimensions: { 'Cluster Name': 'a', 'Broker ID': broker },
    }
    const finest = metrics.read(null, { series, from, to: storedUntil, periodMs: 10_000 })
    expect(finest).toHaveLength((storedUntil - from) / 10_000)
    for (const periodMs of [60_000, 300_000, 3_600_000]) {
      const whole = {
        from: Math.ceil(from / periodMs) * periodMs,
        to: Math.floor(storedUntil / periodMs) * periodMs,
      }
      const longer = metrics.read(null, { series, ...whole, periodMs })
      const within = finest.filter(({ at }) => at >= whole.from && at < whole.to)
      expect(sumOf(longer)).toEqual(sumOf(within))
    }
  }
  metrics.close()
}

const sumOf = (buckets: readonly { sum: number; sampleCount: number }[]): readonly [number, number] => [
  buckets.reduce((sum, bucket) => sum + bucket.sum, 0),
  buckets.reduce((sum, bucket) => sum + bucket.sampleCount, 0),
]
