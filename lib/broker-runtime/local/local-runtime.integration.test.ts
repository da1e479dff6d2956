import { afterEach, expect, test } from 'vitest'
import { testCluster, type TestCluster } from './testing/test-cluster'

let running: TestCluster | null = null
afterEach(async () => {
  await running?.end()
  running = null
})

test('three controllers and three brokers boot', { timeout: 120_000 }, async () => {
  const t = (running = await testCluster({ release: '4.3.1', shape: 'MSK', block: 1 }))
  const begun = Date.now()
  await t.startAll()
  console.log('spawned', Date.now() - begun)
  const seen = await t.until(
    'all run',
    (p) => Object.values(p).length === 6 && Object.values(p).every((n) => n.state === 'running'),
  )
  console.log('running', Date.now() - begun, seen)
  const { memory } = await t.runtime.observe(t.cluster)
  console.log(memory)
  expect(Object.keys(seen)).toHaveLength(6)
})
