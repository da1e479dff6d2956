import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createCluster, createConfiguration, updateConfiguration } from './api'
import { expect, listens, test } from './fixtures'

/** A configuration from its first letter to its end. Fake brokers: nothing here needs Kafka. */
test.use({ network: '127.96.0.0/16', environment: { MOSAIK_DRIVER: 'fake' } })
test.describe.configure({ mode: 'serial' })

const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Settings as Java properties' })
const findingsOf = (page: Page) => page.getByRole('region', { name: 'What the check says' })

async function write(page: Page, text: string) {
  await editorOf(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

/** As from the clipboard: the editor takes it in one piece. */
async function paste(page: Page, text: string) {
  await editorOf(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await editorOf(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

test('what is wrong is told while one types, put right in one press, and asked about when it bites', async ({
  page,
  mosaik,
}) => {
  await page.goto(mosaik.url)
  await listens(page)
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('create conf')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Create configuration', level: 1 })).toBeVisible()
  await write(page, '# Ours\nnum.partitons=6\nlog.segment.bytes=much\nunclean.leader.election.enable=true\n')
  const findings = findingsOf(page)
  await expect(findings).toContainText('num.partitons is no setting a configuration may have.')
  await expect(findings).toContainText('log.segment.bytes is a whole number of 32 bits.')
  await expect(findings).toContainText('A replica that missed records may become leader')

  await page.getByLabel('Name').fill('two words')
  await page.getByRole('button', { name: 'Create configuration' }).click()
  await expect(page.getByText(/^Only letters, digits and hyphens/)).toBeVisible()
  await page.getByLabel('Name').fill('orders')
  await page.getByRole('button', { name: 'Create configuration' }).click()
  await expect(page.getByText('The text has 2 errors. Correct them first.')).toBeVisible()
  await expect(editorOf(page)).toBeFocused()
  await findings.getByRole('button', { name: 'Write num.partitions' }).click()
  await expect(findings).toContainText('1 error, 1 warning')

  // The form is the same text: what it changes is one line of it.
  await page.getByRole('button', { name: 'Form' }).click()
  await page.getByRole('button', { name: 'Set', exact: false }).filter({ hasText: '3' }).click()
  await page.getByLabel('log.segment.bytes', { exact: true }).fill('104857600')
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await expect(editorOf(page)).toContainText('# Ours')
  await expect(editorOf(page)).toContainText('log.segment.bytes=104857600')
  await expect(editorOf(page)).toContainText('num.partitions=6')

  // A reload changes nothing.
  await page.reload()
  await expect(page.getByLabel('Name')).toHaveValue('orders')
  await expect(editorOf(page)).toContainText('log.segment.bytes=104857600')
  await page.getByRole('button', { name: 'Create configuration' }).click()
  await page
    .getByRole('dialog', { name: 'Save with a warning?' })
    .getByRole('button', { name: 'Save all the same' })
    .click()
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Revisions' })).toContainText('Console')
  await page.goto(`${mosaik.url}/configurations/create`)
  await expect(page.getByLabel('Name')).toHaveValue('')
})

test('keys are completed, and Tab leaves the text', async ({ page, mosaik }) => {
  await page.goto(`${mosaik.url}/configurations/create`)
  await editorOf(page).click()
  await page.keyboard.type('min.ins')
  await page.getByRole('option', { name: /^min\.insync\.replicas/ }).click()
  await expect(editorOf(page)).toContainText('min.insync.replicas=')
  await page.keyboard.type('2')
  await page.keyboard.press('Tab')
  await expect(editorOf(page)).not.toBeFocused()
  await expect(findingsOf(page)).toContainText('1 setting, nothing wrong.')
  // Far too much is said to be too much, and the page goes on.
  await paste(page, 'num.partitions=6\n'.repeat(65_000))
  await expect(findingsOf(page)).toContainText('a configuration has at most 64 KiB')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Backspace')
  await expect(findingsOf(page)).toContainText('Nothing is set yet.')
})

test('it is edited; of two who edit at once the second is told', async ({ page, mosaik }) => {
  const arn = await createConfiguration(mosaik, 'shared', 'num.partitions=1\n')
  await page.goto(`${mosaik.url}/configurations/named/shared`)
  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page.getByText('The text is that of revision 1: there is nothing to save.')).toBeVisible()
  await write(page, 'num.partitions=9\n')
  await page.getByLabel('Description').fill('More of them')
  await updateConfiguration(mosaik, arn, 'num.partitions=5\n')
  await expect(page.getByText('Revision 2 was made meanwhile')).toBeVisible()
  await page.getByRole('button', { name: 'Save revision 2' }).click()
  await expect(page.getByRole('button', { name: 'Save revision 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep mine, to follow revision 2' }).click()
  await page.getByRole('button', { name: 'Save revision 3' }).click()
  const revisions = page.getByRole('table', { name: 'Revisions' })
  await expect(revisions).toContainText('More of them')
  await expect(revisions).toContainText('Unsigned call')
})

test('it is compared, restored, and not deleted while a cluster has it', async ({ page, mosaik }) => {
  const arn = await createConfiguration(mosaik, 'used', 'num.partitions=3\nlog.retention.hours=168\n')
  await updateConfiguration(mosaik, arn, 'num.partitions=6\nmessage.max.bytes=1000000\n')
  await createCluster(mosaik, 'shop', { 'mosaik:shape': 'development' }, { arn, revision: 1 })
  await page.goto(`${mosaik.url}/configurations`)
  const row = page.getByRole('row').filter({ hasText: 'used' })
  await expect(row).toContainText('1 revision behind')
  await row.getByRole('link', { name: 'used' }).click()
  await page.getByRole('button', { name: 'Changes' }).click()
  const table = page.getByRole('table', { name: 'Settings that differ' })
  await expect(table.getByRole('row').filter({ hasText: 'num.partitions' })).toContainText(
    'after a rolling restart',
  )
  await expect(table.getByRole('row').filter({ hasText: 'message.max.bytes' })).toContainText('at once')
  await page.getByRole('button', { name: 'Line by line' }).click()
  await expect(page.getByRole('group', { name: 'Lines of revision 1 and of revision 2' })).toContainText(
    'log.retention.hours',
  )
  await page.getByLabel('Compared with').click()
  await page.getByRole('option', { name: 'MSK’s default' }).click()
  await expect(table).toContainText('MSK’s default')

  await page.getByRole('button', { name: 'Revision 1' }).click()
  await page.getByRole('button', { name: 'Restore as a new revision' }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Revisions' })).toContainText('Revision 1 again')
  await expect(page.getByRole('heading', { name: 'Revision 3' })).toBeVisible()
  await expect(page.getByText('In use by shop.')).toBeVisible()

  await page.goto(`${mosaik.url}/configurations/named/orders`)
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete configuration' }).click()
  await expect(page.getByRole('heading', { name: 'Configurations', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'orders' })).toHaveCount(0)
})

test('in Japanese, on a phone, and to a screen reader it is the same', async ({ browser, mosaik }) => {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(`${mosaik.url}/configurations/create`)
  await page.getByRole('textbox', { name: 'Java プロパティ形式の設定' }).click()
  await page.keyboard.insertText('num.partitons=6\n')
  await expect(page.getByText('num.partitons は設定に書ける項目ではありません。')).toBeVisible()
  await page.getByRole('button', { name: 'num.partitions にする' }).click()
  await expect(page.getByRole('region', { name: '検査の結果' })).toContainText('1 項目、問題はありません。')
  for (const [path, sign] of [
    ['/configurations', 'shop'],
    ['/configurations/create', 'num.partitions'],
    ['/configurations/create?view=form', 'log.segment.bytes'],
    ['/configurations/named/used', 'log.retention.hours=168'],
    ['/configurations/named/used?show=changes&with=2', 'message.max.bytes'],
    ['/configurations/named/used?show=changes&by=line&with=2', 'message.max.bytes'],
    ['/configurations/named/used/edit', 'log.retention.hours'],
  ] as const) {
    await page.goto(mosaik.url + path)
    await expect(page.getByRole('main').getByText(sign).first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
      path,
    ).toEqual([])
  }
  await context.close()
})
