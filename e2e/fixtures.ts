import { Readable } from 'node:stream'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test as base, type Page } from '@playwright/test'
import { startMosaik } from './start-mosaik.mjs'

export type Mosaik = Awaited<ReturnType<typeof startMosaik>>
const run = promisify(execFile)

/**
 * Every file gets a Mosaik of its own with real brokers: `mosaik` is shared by the journeys of one file, in order.
 * A file names its own loopback network, so that a run that was cut short never holds the addresses of another.
 */
export const test = base.extend<
  object,
  { network: string; environment: Record<string, string>; mosaik: Mosaik }
>({
  network: ['127.70.0.0/16', { option: true, scope: 'worker' }],
  environment: [{}, { option: true, scope: 'worker' }],
  mosaik: [
    async ({ network, environment }, use) => {
      const mosaik = await startMosaik({ network, environment })
      await use(mosaik)
      await mosaik.dispose()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
})
export { expect } from '@playwright/test'

/** The AWS CLI against this server; its answer as data. */
export async function aws(mosaik: Mosaik, ...words: string[]): Promise<Record<string, unknown>> {
  const command = process.env.MOSAIK_AWS_CLI ?? 'aws'
  const { stdout } = await run(
    command,
    ['kafka', ...words, '--endpoint-url', mosaik.url, '--output', 'json'],
    {
      env: {
        ...mosaik.env,
        AWS_ACCESS_KEY_ID: 'any',
        AWS_SECRET_ACCESS_KEY: 'any',
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_PAGER: '',
      },
    },
  )
  const answer: unknown = stdout.trim() === '' ? {} : JSON.parse(stdout)
  return isRecord(answer) ? answer : {}
}

/** The lock of the next change, as the AWS CLI tells it. */
export async function versionOf(mosaik: Mosaik, arn: string): Promise<string> {
  const { ClusterInfo: info } = await aws(mosaik, 'describe-cluster', '--cluster-arn', arn)
  return /"CurrentVersion":"(\w+)"/.exec(JSON.stringify(info))?.[1] ?? ''
}

/** A page shows its words before it listens: a key pressed in between is nobody's. */
export const listens = (page: Page): Promise<void> =>
  expect(page.getByText(/^Live, \d/)).toBeVisible({ timeout: 30_000 })

/** `npm run kafka -- …` as a person types it; what it printed. */
export async function kafka(
  mosaik: Mosaik,
  words: readonly string[],
  input: string | AsyncIterable<string> = '',
): Promise<string> {
  const running = run(process.execPath, ['bin/mosaik.mjs', 'kafka', ...words], { env: mosaik.env })
  if (running.child.stdin)
    Readable.from(typeof input === 'string' ? [input] : input).pipe(running.child.stdin)
  const { stdout } = await running
  return stdout
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
