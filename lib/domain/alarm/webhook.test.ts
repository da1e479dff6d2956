import { expect, test } from 'vitest'
import { webhookUrlProblem } from './webhook'

test.each([
  ['https://example.com/hooks/kafka', null],
  ['http://127.0.0.1:8080', null],
  ['example.com/hooks', 'notUrl'],
  ['', 'notUrl'],
  ['ftp://example.com', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['https://me@example.com', 'credentials'],
  ['https://me:secret@example.com', 'credentials'],
])('%s: %s', (text, problem) => {
  expect(webhookUrlProblem(text)).toBe(problem)
})
