import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { claimAddresses, type ClaimedAddresses } from './claim-addresses'

const claimed: ClaimedAddresses[] = []
afterEach(async () => {
  for (const each of claimed.splice(0)) await each.free()
})

async function claim(first?: number): Promise<ClaimedAddresses> {
  const addresses = await claimAddresses(first)
  claimed.push(addresses)
  return addresses
}

test('nobody is given addresses that somebody has', async () => {
  const one = await claim(40)
  const other = await claim(40)
  expect(other.of(0, 11)).not.toBe(one.of(0, 11))
  await one.free()
  expect((await claim(40)).of(0, 11)).toBe(one.of(0, 11))
})

test('addresses on which a node of a killed run still listens are stepped over', async () => {
  const before = await claim(50)
  await before.free()
  const left = createServer().listen({ host: before.of(2, 11), port: 9092 })
  await once(left, 'listening')
  expect((await claim(50)).of(0, 11)).not.toBe(before.of(0, 11))
  left.close()
})
