import { afterAll, expect, test, vi } from 'vitest'
import { FULL_DISK, isFullDisk } from '../full-disk'
import { until } from '../testing/fleet'
import { mountSmallDisk } from '../testing/small-disk'
import { realCluster } from '../testing/real-cluster'

/**
 * The disk below MOSAIK_HOME fills to its last byte under a real broker and the database. Nothing is decided and
 * nothing is stored meanwhile, the process that Kafka ends stays ended, and all of it goes on once there is space.
 */
const DISK_BYTES = 256 * 1024 ** 2
const BOUND_MS = 90_000

const disk = mountSmallDisk(DISK_BYTES)
afterAll(() => {
  vi.unstubAllEnvs()
  disk?.remove()
})

test.skipIf(disk === null)(
  'with a full disk Mosaik waits, says so, and goes on by itself (needs root)',
  async () => {
    if (disk === null) return
    vi.stubEnv('TMPDIR', disk.path)
    const real = await realCluster('127.53', { shape: 'DEVELOPMENT', brokerCount: 1 })
    try {
      const before = (await real.pids())[1] ?? 0
      disk.fill()
      const stores = () =>
        real.home.database.tag.create({
          data: { resourceArn: real.planted.arn, key: 'a', value: 'x'.repeat(200_000) },
        })
      const refusal: unknown = await stores().catch((error: unknown) => error)
      expect(isFullDisk(refusal)).toBe(true)
      expect(FULL_DISK).toContain('Free some space')
      process.kill(before, 'SIGKILL')
      await new Promise((resolve) => setTimeout(resolve, 8_000))
      disk.free()
      await until(
        'it serves again',
        async () => {
          const pid = (await real.pids())[1]
          return pid !== undefined && pid !== before && (await real.status())?.state === 'ACTIVE'
        },
        BOUND_MS,
      )
      await stores()
    } finally {
      disk.free()
      await real.end()
    }
  },
)
