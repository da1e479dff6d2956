import { expect, test } from 'vitest'
import { commandWord, environmentLine, isStopJob, unitText } from './unit-text.mjs'

const FACTS = {
  root: '/srv/mosaik/',
  node: '/usr/bin/node',
  user: 'kafka',
  environment: { PORT: '3000', MOSAIK_HOME: '/var/lib/mosaik' },
}

test.each([
  ['/usr/bin/node', '"/usr/bin/node"'],
  ['/srv/my clone/bin', '"/srv/my clone/bin"'],
  ['/srv/100%', '"/srv/100%%"'],
  ['/srv/$HOME', '"/srv/$$HOME"'],
  ['/srv/a"b\\c', '"/srv/a\\"b\\\\c"'],
])('the word %s of a command is written %s', (value, written) => {
  expect(commandWord(value)).toBe(written)
})

test('a variable is taken as it stands: in it a dollar is a dollar', () => {
  expect(environmentLine('A', 'x $y 5% "z"')).toBe('Environment="A=x $y 5%% \\"z\\""')
})

test('brokers outlive the end of the console, and the stop command ends them', () => {
  const lines = unitText(FACTS).split('\n')
  expect(lines).toContain('KillMode=process')
  expect(lines).toContain('User=kafka')
  expect(lines).toContain('ExecStart="/usr/bin/node" "/srv/mosaik/bin/mosaik.mjs" start')
  expect(lines).toContain('ExecStop="/usr/bin/node" "/srv/mosaik/bin/mosaik.mjs" unit stopping %n')
  expect(lines).toContain('WantedBy=multi-user.target')
})

test('a unit of the user’s own manager names no user and asks that manager', () => {
  const text = unitText({ ...FACTS, user: null })
  expect(text).not.toContain('User=')
  expect(text).toContain('unit stopping %n --user\n')
  expect(text).toContain('WantedBy=default.target')
})

test.each([
  ['it is stopped', '12 mosaik.service stop running', true],
  ['it is restarted', '12 mosaik.service restart running', false],
  ['it is started', ' 12 mosaik.service start waiting\n', false],
  ['another is stopped', '11 other.service stop running\n12 mosaik.service restart running', false],
  ['the machine goes down', '1 poweroff.target start waiting\n70 mosaik.service stop running\n', true],
  ['nobody asked: the console died', '', false],
])('%s', (_, jobs, isStop) => {
  expect(isStopJob(jobs, 'mosaik.service')).toBe(isStop)
})
