import { expect, test } from 'vitest'
import { exposition } from './exposition'

test('each metric says what it is; labels keep quotes, backslashes and line ends; what has no value is left out', () => {
  const text = exposition([
    { name: 'a_total', type: 'counter', help: 'How many.', values: [{ value: 3 }] },
    { name: 'b', type: 'gauge', help: 'Each.', values: [{ labels: { x: 'a "b"\\\n' }, value: 0.5 }] },
    { name: 'c', type: 'gauge', help: 'None.', values: [] },
  ])
  expect(text).toBe(
    [
      '# HELP a_total How many.',
      '# TYPE a_total counter',
      'a_total 3',
      '# HELP b Each.',
      '# TYPE b gauge',
      String.raw`b{x="a \"b\"\\\n"} 0.5`,
      '',
    ].join('\n'),
  )
})
