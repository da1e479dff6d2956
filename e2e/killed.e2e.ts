import { setTimeout as sleep } from 'node:timers/promises'
import { createCluster, deleteCluster, stateOf } from './api'
import { expect, test } from './fixtures'

/** Mosaik killed with SIGKILL in the middle of its work: the next start finishes the job. */
test.use({ network: '127.72.0.0/16' })

for (const delayMs of [50, 600, 2500]) {
  test(`finishes a creation after being killed ${delayMs} ms into it`, async ({ mosaik }) => {
    const arn = await createCluster(mosaik, `killed-${delayMs}`)
    await sleep(delayMs)
    await mosaik.kill()
    await mosaik.start()
    await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')

    await deleteCluster(mosaik, arn)
    await mosaik.kill()
    await mosaik.start()
    await expect.poll(() => stateOf(mosaik, arn)).toBe('GONE')
  })
}
