import { expect, test } from 'vitest'
import { CallError, errorOfReply } from './call-error'
import { fillPath } from './call'

test('members named by the path go into it encoded, the rest is left over', () => {
  const { path, rest } = fillPath('/v1/clusters/{clusterArn}/nodes', [
    ['clusterArn', 'arn:aws:kafka:us-east-1:1:cluster/orders/x'],
    ['maxResults', 5],
  ])
  expect(path).toBe('/v1/clusters/arn%3Aaws%3Akafka%3Aus-east-1%3A1%3Acluster%2Forders%2Fx/nodes')
  expect(rest).toEqual([['maxResults', 5]])
})

test('an error carries the code, the sentence and the field MSK names', () => {
  const response = new Response(null, { status: 409, headers: { 'x-amzn-errortype': 'ConflictException:x' } })
  const error = errorOfReply(response, { message: 'Taken.', invalidParameter: 'clusterName' })
  expect(error).toBeInstanceOf(CallError)
  expect(error).toMatchObject({
    status: 409,
    code: 'ConflictException',
    message: 'Taken.',
    field: 'clusterName',
  })
})

test('a reply without a body still says what happened', () => {
  expect(errorOfReply(new Response(null, { status: 502 }), null)).toMatchObject({
    status: 502,
    code: 'Http502',
  })
})
