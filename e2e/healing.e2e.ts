import { z } from 'zod'
import { clusterIdOf, createCluster, stateOf } from './api'
import { expect, listens, test, type Mosaik } from './fixtures'

/** A broker that is killed stays dead for whoever wants to look into it, until somebody resumes healing. */
test.use({ network: '127.97.0.0/16' })

const clusterSchema = z.object({
  observedAt: z.iso.datetime(),
  nodes: z.array(z.object({ nodeId: z.number(), pid: z.number().nullable() })),
})

/** Longer than a broker that died rests before it is started again, with time to spare. */
const WOULD_BE_HEALED_MS = 5_000

async function look(mosaik: Mosaik, id: string): Promise<{ pid: number | null; at: number }> {
  const reply = await fetch(`${mosaik.url}/api/console/clusters/${id}`)
  const { observedAt, nodes } = clusterSchema.parse(await reply.json())
  return { pid: nodes.find(({ nodeId }) => nodeId === 2)?.pid ?? null, at: Date.parse(observedAt) }
}

test('a broker killed while healing is paused stays down, over a restart of Mosaik, until it is resumed', async ({
  page,
  mosaik,
}) => {
  const arn = await createCluster(mosaik, 'left')
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 120_000 }).toBe('ACTIVE')
  const id = clusterIdOf(arn)
  const staysDown = async (since: number) => {
    await expect
      .poll(async () => (await look(mosaik, id)).at, { timeout: 30_000 })
      .toBeGreaterThan(since + WOULD_BE_HEALED_MS)
    expect((await look(mosaik, id)).pid).toBeNull()
  }
  await page.goto(`${mosaik.url}/clusters/${id}`)

  await test.step('it is paused for as long as one likes', async () => {
    await page.getByRole('button', { name: 'Actions' }).click()
    await expect(page.getByRole('menuitem', { name: 'Resume healing' })).toContainText(
      'Healing is not paused.',
    )
    await page.getByRole('menuitem', { name: 'Pause healing' }).click()
    const question = page.getByRole('dialog', { name: 'Pause healing of left?' })
    await expect(question.getByRole('radio', { name: '1 hour' })).toBeChecked()
    await question.getByRole('radio', { name: 'Until somebody resumes' }).click()
    await question.getByRole('button', { name: 'Pause healing' }).click()
    await expect(page.getByText(/Healing is paused since .* until somebody resumes it/)).toBeVisible()
    await expect(page.getByText('left serves all traffic.')).toBeVisible()
  })

  await test.step('a broker that is killed stays down, and that is said', async () => {
    const { pid } = await look(mosaik, id)
    if (pid === null) throw new Error('The broker does not run.')
    process.kill(pid, 'SIGKILL')
    const killedAt = Date.now()
    await expect(page.getByText(/Broker 2 is down; healing is paused since/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'left', level: 1 })).toBeVisible()
    await expect(page.getByText('Healing paused', { exact: true }).first()).toBeVisible()
    expect(await stateOf(mosaik, arn)).toBe('HEALING')
    await staysDown(killedAt)
    await page.goto(`${mosaik.url}/clusters/${id}/nodes/2`)
    await expect(page.getByText(/It stays down while healing is paused/)).toBeVisible()
  })

  await test.step('also when Mosaik starts anew', async () => {
    await mosaik.interrupt()
    await mosaik.start()
    await staysDown(Date.now())
  })

  await test.step('resumed, it comes back', async () => {
    await page.goto(`${mosaik.url}/clusters/${id}`)
    await listens(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('resume healing')
    await page.getByRole('option', { name: 'Resume healing of left' }).click()
    await expect(page.getByText('left serves all traffic.')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText(/Healing is paused/)).toHaveCount(0)
    expect((await look(mosaik, id)).pid).not.toBeNull()
    const incident = page
      .getByRole('listitem')
      .filter({ hasText: 'Broker 2 ended, and nobody had asked it to' })
    await expect(incident).toContainText(/healed after/)
  })

  await test.step('one that a signal suspends is ended and started anew by itself', async () => {
    const { pid } = await look(mosaik, id)
    if (pid === null) throw new Error('The broker does not run.')
    process.kill(pid, 'SIGSTOP')
    const frozenAt = Date.now()
    const incident = page.getByRole('listitem').filter({ hasText: 'Broker 2 was suspended by a signal' })
    await expect(incident).toBeVisible()
    await expect.poll(async () => (await look(mosaik, id)).pid, { timeout: 15_000 }).not.toBe(pid)
    await expect(incident).toContainText(/healed after/, { timeout: 60_000 })
    expect(Date.now() - frozenAt).toBeLessThan(60_000)
  })
})
