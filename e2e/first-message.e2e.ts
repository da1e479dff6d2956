import { createCluster, stateOf } from './api'
import { expect, kafka, test } from './fixtures'

/** Someone who has never seen Kafka: a message passed by hand, a topic made, grown and deleted, on one real node. */
test.use({ network: '127.78.0.0/16' })

test('a message goes through, and a topic lives and ends', async ({ page, mosaik }) => {
  const arn = await createCluster(mosaik, 'first', { 'mosaik:shape': 'development' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')

  await test.step('a message is sent, stored and read back', async () => {
    await page.goto(mosaik.url)
    await page.getByRole('main').getByRole('link', { name: 'first' }).click()
    await page.getByRole('link', { name: 'Try it' }).click()
    await page.getByRole('textbox', { name: 'Message' }).fill('Good morning')
    await page.getByRole('button', { name: 'Send message' }).click()
    await page.getByRole('button', { name: 'Make hello and send' }).click()
    await expect(page.getByText('Topic hello, partition 0, offset 0')).toBeVisible()
  })

  await test.step('records go through every broker and come back', async () => {
    await page.getByRole('button', { name: 'Try every broker' }).click()
    await expect(page.getByText('1 of 1 broker took and gave back every record')).toBeVisible()
  })

  await test.step('a topic made by Kafka’s own tool appears on the open page', async () => {
    await page.getByRole('link', { name: 'Topics' }).click()
    const table = page.getByRole('table')
    await expect(table.getByRole('link', { name: 'hello' })).toBeVisible()
    await kafka(mosaik, ['first', 'topics', '--create', '--topic', 'elsewhere', '--partitions', '2'])
    await expect(table.getByRole('link', { name: 'elsewhere' })).toBeVisible({ timeout: 5000 })
  })

  await test.step('a topic is made in the console; a name Kafka refuses is refused at the field', async () => {
    await page.getByRole('button', { name: 'Create topic' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Topic name').fill('<b>sold</b>')
    await form.getByRole('button', { name: 'Create topic' }).click()
    await expect(form.getByLabel('Topic name')).toHaveAttribute('aria-invalid', 'true')
    await form.getByLabel('Topic name').fill('sold')
    await form.getByRole('button', { name: 'Create topic' }).click()
    await expect(page.getByRole('heading', { name: 'sold', level: 1 })).toBeVisible()
  })

  await test.step('its partitions are filtered in the address, and a message is one press away', async () => {
    await page.getByRole('button', { name: 'Leader: All' }).click()
    await page.getByRole('menuitemradio', { name: 'Broker 1' }).click()
    await expect(page).toHaveURL(/leader=1/)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Leader: Broker 1' })).toBeVisible()
    await page.getByRole('link', { name: 'Send a message' }).click()
    await expect(page.getByRole('combobox', { name: 'Topic' })).toHaveValue('sold')
    await page.goBack()
  })

  await test.step('it is deleted by name, and gone', async () => {
    await page.getByRole('button', { name: 'Delete topic' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('sold')
    await dialog.getByRole('button', { name: 'Delete topic' }).click()
    await expect(page.getByRole('table').getByRole('link', { name: 'elsewhere' })).toBeVisible()
    await expect(page.getByRole('table').getByRole('link', { name: 'sold' })).toHaveCount(0)
  })
})
