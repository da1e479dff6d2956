import { expect, test } from 'vitest'
import { placeNodes, type RememberedPlace } from './addresses'
import { layOut } from './layout'
import { NoPlaceLeft } from './refusal'
import { placeSubnets } from './subnets'

const NETWORK = '127.20.0.0/16'
const { subnets } = placeSubnets({
  region: 'us-east-1',
  requested: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
  known: [],
  blocksInUse: new Set(),
  network: NETWORK,
})
const nodes = layOut({ shape: 'MSK', mode: 'KRAFT', brokerCount: 3 }, subnets)
const nothing = { places: new Set<string>(), externalPorts: new Set<number>() }
const question = {
  nodes,
  ports: 'MSK',
  network: NETWORK,
  externalHost: null,
  remembered: [],
  rememberedByOthers: nothing,
  taken: nothing,
} as const

const addresses = (places: ReturnType<typeof placeNodes>) => places.map(({ place }) => place.address)

test('brokers come first in the block of each subnet, voters after them', () => {
  expect(addresses(placeNodes(question))).toEqual([
    '127.20.1.11',
    '127.20.2.11',
    '127.20.3.11',
    '127.20.1.12',
    '127.20.2.12',
    '127.20.3.12',
  ])
})

test('what is taken is stepped over; a full block goes on at the far end of the network', () => {
  const full = Array.from({ length: 244 }, (_, index) => `127.20.1.${index + 11}/0`)
  const taken = { ...nothing, places: new Set([...full, '127.20.2.11/0']) }
  expect(addresses(placeNodes({ ...question, taken })).slice(0, 4)).toEqual([
    '127.20.254.11',
    '127.20.2.12',
    '127.20.3.11',
    '127.20.254.12',
  ])
})

const before: RememberedPlace = {
  nodeId: 1,
  subnetId: 'subnet-1a',
  address: '127.20.1.99',
  portBase: 0,
  externalPort: 29_500,
}

test.each<[string, Partial<RememberedPlace>, string]>([
  ['free', {}, '127.20.1.99'],
  ['of another subnet', { subnetId: 'subnet-x' }, '127.20.1.11'],
  ['of the other kind of ports', { address: '127.0.0.1', portBase: 19_092 }, '127.20.1.11'],
  ['taken', { address: '127.20.1.50' }, '127.20.1.11'],
])('a remembered place that is %s', (_, change, address) => {
  const taken = { ...nothing, places: new Set(['127.20.1.50/0']) }
  const [first] = placeNodes({ ...question, taken, remembered: [{ ...before, ...change }] })
  expect(first?.place.address).toBe(address)
})

test('what other names remember is given out last, yet before another block', () => {
  const other = { ...nothing, places: new Set(['127.20.1.11/0', '127.20.2.11/0']) }
  const places = placeNodes({ ...question, rememberedByOthers: other })
  expect(addresses(places).slice(0, 3)).toEqual(['127.20.1.12', '127.20.2.12', '127.20.3.11'])
  const rest = Array.from({ length: 243 }, (_, index) => `127.20.1.${index + 12}/0`)
  const taken = { ...nothing, places: new Set(rest) }
  const [first] = placeNodes({ ...question, taken, rememberedByOthers: other })
  expect(first?.place.address).toBe('127.20.1.11')
})

test('external ports go to brokers alone, remembered ones first', () => {
  const places = placeNodes({ ...question, externalHost: 'lab.local', remembered: [before] })
  expect(places.map(({ place }) => place.external?.port)).toEqual([
    29_500,
    29_092,
    29_093,
    undefined,
    undefined,
    undefined,
  ])
})

test('external ports are remembered like addresses: the same again, and others before what other names had', () => {
  const others = { ...nothing, externalPorts: new Set([29_092, 29_094]) }
  const wanted = { ...question, externalHost: 'lab.local', rememberedByOthers: others }
  const portsOf = (places: ReturnType<typeof placeNodes>) =>
    places.slice(0, 3).map(({ place }) => place.external?.port)
  expect(portsOf(placeNodes(wanted))).toEqual([29_093, 29_095, 29_096])
  const elsewhere = { ...before, subnetId: 'subnet-x' }
  expect(portsOf(placeNodes({ ...wanted, remembered: [elsewhere] }))).toEqual([29_500, 29_093, 29_095])
  const rest = Array.from({ length: 3_676 }, (_, index) => 29_092 + index)
  const all = new Set(rest.filter((port) => port !== 29_094 && port !== 29_092 && port !== 32_000))
  const taken = { ...nothing, externalPorts: all }
  expect(portsOf(placeNodes({ ...wanted, taken }))).toEqual([32_000, 29_092, 29_094])
})

test('with blocks of ports all nodes share 127.0.0.1, until no block is left', () => {
  const places = placeNodes({ ...question, ports: 'BLOCK' })
  expect(places.map(({ place }) => `${place.address}:${place.portBase}`).slice(0, 2)).toEqual([
    '127.0.0.1:19092',
    '127.0.0.1:19102',
  ])
  const old = placeNodes({
    ...question,
    ports: 'BLOCK',
    taken: { ...nothing, places: new Set(['127.0.0.1/19100']) },
  })
  expect(old[0]?.place.portBase).toBe(19_112)
  const all = Array.from({ length: 1300 }, (_, index) => `127.0.0.1/${19_092 + index * 8}`)
  expect(() =>
    placeNodes({ ...question, ports: 'BLOCK', taken: { ...nothing, places: new Set(all) } }),
  ).toThrow(NoPlaceLeft)
})
