import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NodeSpecification } from '@/lib/domain/node'
import { describeRuntime } from '../runtime.contract'
import { crash } from './faults'
import { FakeRuntime } from './runtime'

const specification: NodeSpecification = {
  nodeId: 1,
  role: 'combined',
  release: '4.3.1',
  kafkaClusterId: 'MkU3OEVBNTcwNTJENDM2Qg',
  place: { address: '127.0.0.1', portBase: 0, external: null },
  properties: {},
  jvm: { heapMinMiB: 64, heapMaxMiB: 128, profile: 'lab' },
  restartToken: 0,
}

describeRuntime('the fake driver', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mosaik-fake-'))
  const cluster = { id: 'c-1', arn: 'arn:aws:kafka:us-east-1:000000000000:cluster/one/c-1', name: 'one' }
  let now = 1_000_000
  let opened: FakeRuntime | null = null
  return {
    open: async () => {
      opened = new FakeRuntime({ clock: () => now, releases: ['4.3.1'], directory })
      return opened
    },
    cluster,
    specification,
    pass: async (ms) => {
      now += ms
    },
    crash: async () => {
      if (opened !== null) crash(opened.world(cluster), specification.nodeId)
    },
    boundMs: 60_000,
    close: () => rm(directory, { recursive: true }),
  }
})
