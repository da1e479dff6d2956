import { expect, test } from 'vitest'
import { difference } from './changed-settings'

const WRITTEN = 'log.dirs=/data\nnode.id=1\nnum.io.threads=2\n'

test.each<[string, string | null, string | null, readonly string[] | null]>([
  ['as written', WRITTEN, WRITTEN, null],
  ['a comment is no setting', WRITTEN, `# mine\n${WRITTEN}`, null],
  ['another value', WRITTEN, WRITTEN.replace('threads=2', 'threads=8'), ['num.io.threads']],
  ['one more, one less', WRITTEN, 'log.dirs=/data\nnum.io.threads=2\nzip=1\n', ['node.id', 'zip']],
  ['gone', WRITTEN, null, []],
  ['what an earlier Mosaik wrote is not known', null, 'anything=1\n', null],
])('%s', (_, written, found, changed) => {
  expect(difference(written, found)).toEqual(changed)
})
