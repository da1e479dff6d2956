import { afterEach, expect, test } from 'vitest'
import type { LiveHint } from '@/lib/contract/console/host'
import { events, onShutdown, onWake, resetProcess, shutdown, wake } from './process'

afterEach(() => resetProcess())

test('hints reach every subscriber with versions that only grow', () => {
  const heard: LiveHint[] = []
  events().subscribe({ hint: (hint) => heard.push(hint), ended: () => undefined })
  events().publish('clusters')
  events().publish('cluster/a')
  expect(heard.map((hint) => hint.topic)).toEqual(['clusters', 'cluster/a'])
  expect(heard[1]?.version).toBeGreaterThan(heard[0]?.version ?? Infinity)
})

test('a wake reaches the engine until it lets go', () => {
  const woken: string[] = []
  const letGo = onWake((clusterId) => woken.push(clusterId))
  wake('a')
  letGo()
  wake('b')
  expect(woken).toEqual(['a'])
})

test('shutdown ends the streams, closes in reverse order and survives a closer that throws', async () => {
  const order: string[] = []
  events().subscribe({ hint: () => undefined, ended: () => order.push('stream') })
  onShutdown({ name: 'first', close: () => void order.push('first') })
  onShutdown({
    name: 'broken',
    close: () => {
      throw new Error('sentinel')
    },
  })
  onShutdown({ name: 'last', close: () => void order.push('last') })
  await Promise.all([shutdown(), shutdown()])
  expect(order).toEqual(['stream', 'last', 'first'])
})
