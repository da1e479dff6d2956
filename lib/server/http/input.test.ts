import { expect, test } from 'vitest'
import { z } from 'zod'
import { brokerNodeGroupInfoSchema } from '@/lib/contract/msk/cluster-settings'
import { pagingInput } from '@/lib/contract/msk/paging'
import { parseInput } from './input'

const paging = z.strictObject(pagingInput)

test.each<[z.ZodType, unknown, string]>([
  [paging, { maxResults: '0' }, 'The member maxResults is not valid: it must be at least 1.'],
  [paging, { maxResults: '101' }, 'The member maxResults is not valid: it must be at most 100.'],
  [paging, { maxResults: 'many' }, 'The member maxResults is not valid: it must be a number.'],
  [
    brokerNodeGroupInfoSchema,
    { clientSubnets: ['subnet-1a'], instanceType: '' },
    'The member instanceType is not valid: it must have at least 5 characters.',
  ],
])('what is not valid is told in a sentence: %#', (schema, said, message) => {
  expect(() => parseInput(schema, said)).toThrow(message)
})
