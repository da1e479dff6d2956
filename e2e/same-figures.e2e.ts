import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page, Response } from '@playwright/test'
import { z } from 'zod'
import { clusterIdOf, createCluster, stateOf } from './api'
import { expect, test, type Mosaik } from './fixtures'

/** What the monitoring page draws is what the AWS CLI and boto3 print: the very question of the page, asked by them. */
test.use({ network: '127.92.0.0/16' })

const run = promisify(execFile)
const AWS = process.env.MOSAIK_AWS_CLI ?? 'aws'
const hasCli = spawnSync(AWS, ['--version']).status === 0
const hasBoto = spawnSync('python3', ['-c', 'import boto3']).status === 0

const questionSchema = z.object({
  MetricDataQueries: z.array(z.unknown()),
  StartTime: z.number(),
  EndTime: z.number(),
})
const answerSchema = z.object({
  MetricDataResults: z.array(
    z.object({
      Id: z.string(),
      Timestamps: z.array(z.union([z.number(), z.iso.datetime({ offset: true })])),
      Values: z.array(z.number()),
    }),
  ),
})
type Question = z.infer<typeof questionSchema>
type Figures = Map<string, Map<number, number>>

/** By query and second. */
const figuresOf = (answer: unknown): Figures =>
  new Map(
    answerSchema
      .parse(answer)
      .MetricDataResults.map(({ Id, Timestamps, Values }) => [
        Id,
        new Map(
          Timestamps.map((at, index) => [
            typeof at === 'number' ? at : Date.parse(at) / 1000,
            Values[index] ?? Number.NaN,
          ]),
        ),
      ]),
  )

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()

const environmentFor = ({ env, url }: Mosaik) => ({
  ...env,
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: 'any',
  AWS_SECRET_ACCESS_KEY: 'any',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PAGER: '',
})

async function byCli(mosaik: Mosaik, { MetricDataQueries, StartTime, EndTime }: Question): Promise<Figures> {
  const window = ['--start-time', iso(StartTime), '--end-time', iso(EndTime)]
  const queries = ['--metric-data-queries', JSON.stringify(MetricDataQueries), '--output', 'json']
  const { stdout } = await run(AWS, ['cloudwatch', 'get-metric-data', ...window, ...queries], {
    env: environmentFor(mosaik),
    maxBuffer: 2 ** 26,
  })
  return figuresOf(JSON.parse(stdout))
}

const PYTHON = `
import boto3, json, sys
start, end, queries = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
pages = boto3.client('cloudwatch').get_paginator('get_metric_data').paginate(
    MetricDataQueries=queries, StartTime=start, EndTime=end, ScanBy='TimestampAscending')
results = [{'Id': r['Id'], 'Timestamps': [at.timestamp() for at in r['Timestamps']], 'Values': r['Values']}
           for page in pages for r in page['MetricDataResults']]
print(json.dumps({'MetricDataResults': results}))
`

async function byBoto(mosaik: Mosaik, { MetricDataQueries, StartTime, EndTime }: Question): Promise<Figures> {
  const words = [iso(StartTime), iso(EndTime), JSON.stringify(MetricDataQueries)]
  const { stdout } = await run('python3', ['-c', PYTHON, ...words], {
    env: environmentFor(mosaik),
    maxBuffer: 2 ** 26,
  })
  return figuresOf(JSON.parse(stdout))
}

const asksMetrics = (response: Response): boolean =>
  response.request().headers()['x-amz-target']?.endsWith('.GetMetricData') === true

/** What the page asked first, which is all of its window, and what it was answered. */
async function askedByPage(page: Page, address: string): Promise<{ question: Question; figures: Figures }> {
  const [response] = await Promise.all([page.waitForResponse(asksMetrics), page.goto(address)])
  const question = questionSchema.parse(response.request().postDataJSON())
  return { question, figures: figuresOf(await response.json()) }
}

/** Points that came since the page asked are left out. */
function expectSame(theirs: Figures, page: Figures): void {
  let compared = 0
  for (const [id, points] of page) {
    for (const [at, value] of points) {
      expect([id, at, theirs.get(id)?.get(at)]).toEqual([id, at, value])
      compared++
    }
  }
  expect(compared).toBeGreaterThan(20)
}

test('the AWS CLI and boto3 print what the page reads, to the last digit', async ({ page, mosaik }) => {
  test.skip(!hasCli && !hasBoto, 'needs the AWS CLI or boto3')
  test.slow()
  const arn = await createCluster(mosaik, 'compared', { 'mosaik:shape': 'development' })
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
  const id = clusterIdOf(arn)
  const address = `${mosaik.url}/clusters/${id}/monitoring?range=15m`
  await page.goto(address)
  await expect(page.getByRole('slider', { name: /^Bytes in:/ })).toBeVisible({ timeout: 60_000 })
  await page.waitForTimeout(35_000)
  const { question, figures } = await askedByPage(page, address)
  if (hasCli) expectSame(await byCli(mosaik, question), figures)
  if (hasBoto) expectSame(await byBoto(mosaik, question), figures)
})
