import { describe, expect, it } from 'vitest'
import { live } from './life'
import type { Scenario } from './scenario'
import { SCRIPTS } from './scripts'

/** Each script is lived once for every point of it, with the engine stopped, or the cluster deleted, at that point. */

const scripts = Object.entries<Scenario>(SCRIPTS)

describe.each(scripts)('%s', { timeout: 60_000 }, (_, script) => {
  const everyPoint = Array.from({ length: live(script).points }, (__, index) => index + 1)

  it('ends well when the engine stops at any point', () => {
    const expected = live(script).ended.map(({ kind, how }) => `${kind} ${how}`)
    for (const point of everyPoint) {
      const { ended } = live({ ...script, stopsAt: new Set([point]) })
      expect(
        ended.map(({ kind, how }) => `${kind} ${how}`),
        `stopped at point ${point}`,
      ).toEqual(expected)
    }
  })

  it('ends well when the engine stops at every other point', () => {
    for (const every of [2, 3, 5, 7]) {
      const stopsAt = new Set(everyPoint.filter((__, index) => index % every === 0))
      expect(live({ ...script, stopsAt }).ended.length).toBeGreaterThan(0)
    }
  })

  it('is gone without a trace when it is deleted at any point', () => {
    for (const point of everyPoint) {
      const { ended } = live({ ...script, interruptsAt: new Set([point]) })
      expect(ended.at(-1), `deleted at point ${point}`).toMatchObject({ kind: 'DELETE', how: 'complete' })
    }
  })

  it('goes the same way when every move is made twice', () => {
    const once = live(script).ended.map(({ kind, how }) => `${kind} ${how}`)
    expect(live({ ...script, twice: true }).ended.map(({ kind, how }) => `${kind} ${how}`)).toEqual(once)
  })

  it.each(['prepareRelease', 'assign', 'start', 'stop', 'kill', 'destroy', 'forget'] as const)(
    'ends every operation although "%s" fails for good',
    (failing) => {
      const { ended } = live({ ...script, failing })
      expect(ended.length).toBeGreaterThan(0)
    },
  )
})
