import { afterEach, expect, test } from 'vitest'
import { KAFKA_RELEASES, isKafkaRelease } from '@/lib/domain/kafka-version'
import { createsProducesConsumes, testCluster, type TestCluster } from './testing/test-cluster'

/** Every release boots in its full shape, serves a client and starts from its archive. Long: fetches all of them. */
let running: TestCluster | null = null
afterEach(async () => {
  await running?.end()
  running = null
})

test.each(Object.keys(KAFKA_RELEASES).filter(isKafkaRelease))(
  '%s boots, creates, produces and consumes',
  { timeout: 300_000 },
  async (release) => {
    const t = (running = await testCluster({ release, shape: 'MSK' }))
    const ready = await t.releases.ready(release)
    expect(ready).toMatchObject({
      kafka: { archive: expect.any(String), agent: expect.any(String) },
      without: [],
    })
    await t.startAll()
    await t.allRun()
    await createsProducesConsumes(t)
  },
)
