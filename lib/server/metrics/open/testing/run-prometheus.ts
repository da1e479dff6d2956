import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** A real Prometheus (Debian's package `prometheus`, or its binary on the PATH), with nothing but a discovery address. */
export type Prometheus = {
  /** The value of each series the query gives, by its labels. */
  query(text: string): Promise<readonly { labels: Readonly<Record<string, string>>; value: number }[]>
  close(): Promise<void>
}

export const hasPrometheus = (() => {
  try {
    execFileSync('prometheus', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const configOf = (targetsUrl: string): string => `global:
  scrape_interval: 1s
  scrape_timeout: 1s
scrape_configs:
  - job_name: mosaik
    http_sd_configs:
      - url: ${targetsUrl}
        refresh_interval: 1s
`

const replySchema = z.object({
  data: z.object({
    result: z.array(
      z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) }),
    ),
  }),
})

export async function runPrometheus(targetsUrl: string): Promise<Prometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'mosaik-prometheus-'))
  const config = join(folder, 'prometheus.yml')
  await writeFile(config, configOf(targetsUrl))
  const url = `127.0.0.1:${await freePort()}`
  const process = spawn(
    'prometheus',
    [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`, `--web.listen-address=${url}`],
    { stdio: 'ignore' },
  )
  const ended = once(process, 'exit')
  return {
    async query(text) {
      const reply = await fetch(`http://${url}/api/v1/query?query=${encodeURIComponent(text)}`)
      const { data } = replySchema.parse(await reply.json())
      return data.result.map(({ metric, value: [, value] }) => ({ labels: metric, value: Number(value) }))
    },
    async close() {
      process.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
