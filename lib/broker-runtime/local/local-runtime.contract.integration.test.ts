import { setTimeout as sleep } from 'node:timers/promises'
import { describeRuntime } from '../runtime.contract'
import { createLocalRuntime } from './local-runtime'
import { testCluster } from './testing/test-cluster'

describeRuntime('The local driver with Kafka 4.3.1', async () => {
  const test = await testCluster({ release: '4.3.1', shape: 'DEVELOPMENT' })
  const [specification] = test.specifications
  if (!specification) throw new Error('A development cluster has one node.')
  return {
    open: () => Promise.resolve(createLocalRuntime(test.settings)),
    cluster: test.cluster,
    specification,
    pass: (ms) => sleep(ms),
    crash: async (runtime) => {
      const { memory } = await runtime.observe(test.cluster)
      const pid = memory[specification.nodeId]?.pid
      if (pid === undefined) throw new Error('There is no process to crash.')
      process.kill(pid, 'SIGKILL')
    },
    boundMs: 60_000,
    close: () => test.end(),
  }
})
