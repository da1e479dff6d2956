import { clusterIdOf, createCluster, stateOf } from './api'
import { aws, expect, test } from './fixtures'

test.use({ network: '127.98.0.0/16' })

test('volumes grow from the console and by the AWS CLI, at once and without a restart', async ({
  page,
  mosaik,
}) => {
  const arn = await createCluster(mosaik, 'filling', { 'mosaik:shape': 'development' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  const id = clusterIdOf(arn)
  const pid = async (): Promise<string> => {
    const reply = await fetch(`${mosaik.url}/api/console/clusters/${id}/nodes/1`)
    return /"pid":(\d+)/.exec(await reply.text())?.[1] ?? ''
  }
  const before = await pid()
  await page.goto(`${mosaik.url}/clusters/${id}`)
  await page.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Grow storage' }).click()
  const dialog = page.getByRole('dialog', { name: 'Grow the storage of filling' })
  await expect(dialog).toContainText('Each broker has a volume of 1 GiB.')
  const size = dialog.getByLabel('Volume of each broker, GiB')
  await size.fill('1')
  await dialog.getByRole('button', { name: 'Grow storage' }).click()
  await expect(dialog.getByText('A whole number above 1, at most 16384.')).toBeVisible()
  await size.fill('16384')
  await dialog.getByRole('button', { name: 'Grow storage' }).click()
  await expect(dialog.getByText(/this machine has \d+ GiB to give/)).toBeVisible()
  await size.fill('3')
  await dialog.getByRole('button', { name: 'Grow storage' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 30_000 }).toBe('ACTIVE')
  const { ClusterInfo: info } = await aws(mosaik, 'describe-cluster', '--cluster-arn', arn)
  const described = JSON.stringify(info)
  expect(described).toContain('"VolumeSize":3')
  const version = /"CurrentVersion":"(\w+)"/.exec(described)?.[1] ?? ''
  const grow = ['update-broker-storage', '--cluster-arn', arn, '--current-version', version]
  const volume = (gib: number): string[] => [
    '--target-broker-ebs-volume-info',
    `KafkaBrokerNodeId=ALL,VolumeSizeGB=${gib}`,
  ]
  await expect(aws(mosaik, ...grow, ...volume(2))).rejects.toThrow(/Volumes only grow/)
  await aws(mosaik, ...grow, ...volume(4))
  await expect
    .poll(async () => JSON.stringify(await aws(mosaik, 'describe-cluster', '--cluster-arn', arn)))
    .toContain('"VolumeSize":4')
  await page.goto(`${mosaik.url}/clusters/${id}/operations`)
  await expect(page.getByRole('table')).toContainText('volumeSizeGB')
  expect(await pid()).toBe(before)
})
