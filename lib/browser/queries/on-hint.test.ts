import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { askAgain, createAsker } from './on-hint'
import { clusterKeys, operationKeys } from './keys'

test('a hint makes exactly what it names stale', async () => {
  const client = new QueryClient()
  const operations = operationKeys.list('us-east-1', null)
  const keys = [
    clusterKeys.list('us-east-1'),
    operations,
    clusterKeys.detail('a'),
    clusterKeys.detail('b'),
    operationKeys.detail('a'),
  ]
  for (const key of keys) client.setQueryData(key, 'fresh')
  const stale = () => keys.filter((key) => client.getQueryState(key)?.isInvalidated)

  await askAgain(client, { topic: 'cluster/a' })
  expect(stale()).toEqual([clusterKeys.detail('a')])
  await askAgain(client, { topic: 'clusters' })
  expect(stale()).toEqual([clusterKeys.list('us-east-1'), operations, clusterKeys.detail('a')])
  await askAgain(client, { topic: 'operation/a' })
  expect(stale()).toHaveLength(4)
})

afterEach(() => {
  vi.useRealTimers()
})

test('a burst of hints is one question at once and one after a pause', () => {
  vi.useFakeTimers()
  const client = new QueryClient()
  const asked = vi.spyOn(client, 'invalidateQueries').mockResolvedValue()
  const hear = createAsker(client, () => false)
  for (let burst = 0; burst < 20; burst++) hear({ topic: 'cluster/a' })
  expect(asked).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  expect(asked).toHaveBeenCalledTimes(2)
  hear({ topic: 'cluster/a' })
  expect(asked).toHaveBeenCalledTimes(3)
})
