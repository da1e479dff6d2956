import { describe, expect, test } from 'vitest'
import { CREATION_RULES } from '@/lib/domain/creation-refusal'
import { draftIn } from './draft'
import { createProblems } from './problems'
import { FIELD_OF_RULE, FIELDS_OF, firstBroken, sectionOf, stepAfter, stepOf } from './sections'
import {
  createValuesSchema,
  type CreateValues,
  firstValues,
  planInput,
  readRevision,
  revisionValue,
} from './values'

const values = (change: Partial<CreateValues> = {}): CreateValues => ({
  ...firstValues('us-east-1'),
  clusterName: 'orders',
  ...change,
})

const rulesOf = (change: Partial<CreateValues>) =>
  createProblems(values(change)).map(({ path, rule }) => `${path.join('.')} ${rule}`)

test('a name is enough', () => {
  expect(rulesOf({})).toEqual([])
})

describe('each broken rule is told at its field', () => {
  test.each<[Partial<CreateValues>, string[]]>([
    [{ clusterName: '' }, ['clusterName nameMissing']],
    [{ clusterName: '-orders' }, ['clusterName nameHyphen']],
    [{ clusterName: 'my orders' }, ['clusterName nameCharacters']],
    [{ clusterName: 'o'.repeat(65) }, ['clusterName nameLong']],
    [{ subnets: ['subnet-1a'] }, ['subnets subnets']],
    [{ subnets: ['a', 'b', 'c', 'd'] }, ['subnets subnets']],
    [{ subnets: [], shape: 'DEVELOPMENT' }, []],
    ...['0', '21', '1.5', 'two', '-1', '', ' 1'].map((text): [Partial<CreateValues>, string[]] => [
      { brokersPerZone: text },
      ['brokersPerZone brokersPerZone'],
    ]),
    [{ brokersPerZone: 'two', shape: 'DEVELOPMENT' }, []],
    [{ volumeSizeGiB: '16385' }, ['volumeSizeGiB volume']],
    [{ tags: [{ key: '', value: 'x' }] }, ['tags.0.key tag.keyMissing']],
    [{ tags: [{ key: '', value: '' }] }, []],
    [{ tags: [{ key: 'mosaik:x', value: '' }] }, ['tags.0.key tag.keyMosaik']],
    [{ tags: [{ key: 'a', value: 'x'.repeat(257) }] }, ['tags.0.value tag.valueLong']],
    [
      {
        tags: [
          { key: 'a', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      ['tags.1.key tag.keyTaken'],
    ],
  ])('%j', (change, rules) => {
    expect(rulesOf(change)).toEqual(rules)
  })
})

test('the planner is asked in numbers, and ports only when they are not the usual', () => {
  expect(planInput(values({ brokersPerZone: '2' }))).toMatchObject({
    brokersPerZone: 2,
    volumeSizeGiB: 10,
    alarms: 'RECOMMENDED',
    subnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
  })
  expect(planInput(values())).not.toHaveProperty('ports')
  expect(planInput(values())).not.toHaveProperty('tags')
  expect(planInput(values())).not.toHaveProperty('openMonitoring')
  const openMonitoring = { jmxExporter: false, nodeExporter: true }
  expect(planInput(values({ openMonitoring }))).toHaveProperty('openMonitoring', openMonitoring)
  expect(planInput(values({ ports: 'BLOCK' }))).toHaveProperty('ports', 'BLOCK')
  expect(planInput(values({ tags: [{ key: '', value: '' }] }))).not.toHaveProperty('tags')
  expect(planInput(values({ tags: [{ key: 'team', value: 'blue' }] }))).toHaveProperty('tags', {
    team: 'blue',
  })
})

test('the development shape is one broker in one subnet, whatever was chosen for the other', () => {
  const development = values({ shape: 'DEVELOPMENT', brokersPerZone: '5', developmentSubnet: 'subnet-1b' })
  expect(planInput(development)).toMatchObject({ brokersPerZone: 1, subnets: ['subnet-1b'] })
})

test('every field has a section, and every refusal a field of the form or none', () => {
  const fields = Object.values(FIELDS_OF).flat().toSorted()
  expect(fields).toEqual(Object.keys(createValuesSchema.shape).toSorted())
  const refused = CREATION_RULES.flatMap((rule) => FIELD_OF_RULE[rule] ?? [])
  expect(fields).toEqual(expect.arrayContaining(refused))
  expect(sectionOf('profile')).toBe('brokers')
})

test('focus goes to the first broken field in the order of the page', () => {
  expect(firstBroken((field) => field === 'tags' || field === 'ports')).toBe('ports')
  expect(firstBroken(() => false)).toBeNull()
})

test.each([
  [null, 'cluster'],
  ['nowhere', 'cluster'],
  ['brokers', 'brokers'],
  ['review', 'review'],
])('the address %j is step %s', (word, step) => {
  expect(stepOf(word)).toBe(step)
})

test('the steps end with the review', () => {
  expect(stepAfter('cluster')).toBe('network')
  expect(stepAfter('tags')).toBe('review')
})

describe('what was typed', () => {
  const typed = values({ clusterName: '<b>', subnets: ['subnet-1b', 'subnet-1c'] })
  const kept = JSON.stringify({ region: 'us-east-1', values: typed })

  test('is found again as it was, broken or not', () => {
    expect(draftIn(kept, 'us-east-1')).toEqual(typed)
  })
  test('keeps all but its subnets in another region', () => {
    expect(draftIn(kept, 'eu-west-1')).toEqual({
      ...typed,
      subnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
    })
  })
  test.each([[null], ['no json'], ['{"region":"us-east-1","values":{"clusterName":"of an older page"}}']])(
    'is left aside when it cannot be read: %j',
    (text) => {
      expect(draftIn(text, 'us-east-1')).toBeNull()
    },
  )
})

test('a configuration is asked for by its revision, and the choice of none by saying nothing', () => {
  const info = { arn: 'arn:aws:kafka:us-east-1:000000000000:configuration/shop/b-1', revision: 12 }
  const first = firstValues('us-east-1')
  expect(planInput(first)).toMatchObject({ cleanElections: true })
  const asMsk = planInput({ ...first, configuration: 'default' })
  expect(asMsk).not.toHaveProperty('configurationInfo')
  expect(asMsk).not.toHaveProperty('cleanElections')
  expect(planInput({ ...first, configuration: revisionValue(info) })).toMatchObject({
    configurationInfo: info,
  })
  expect(readRevision('default')).toBeNull()
})
