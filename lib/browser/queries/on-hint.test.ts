import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { clusterKeys } from './clusters'
import { askAgain } from './on-hint'
import { operationKeys } from './operations'

test('a hint makes exactly what it names stale', async () => {
  const client = new QueryClient()
  const keys = [
    clusterKeys.list('us-east-1'),
    clusterKeys.detail('a'),
    clusterKeys.detail('b'),
    operationKeys.detail('a'),
  ]
  for (const key of keys) client.setQueryData(key, 'fresh')
  const stale = () => keys.filter((key) => client.getQueryState(key)?.isInvalidated)

  await askAgain(client, { topic: 'cluster/a' })
  expect(stale()).toEqual([clusterKeys.detail('a')])
  await askAgain(client, { topic: 'clusters' })
  expect(stale()).toEqual([clusterKeys.list('us-east-1'), clusterKeys.detail('a')])
  await askAgain(client, { topic: 'operation/a' })
  expect(stale()).toHaveLength(3)
})
