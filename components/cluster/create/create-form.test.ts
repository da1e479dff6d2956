import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import en from '@/messages/en.json'
import { createFormSchema, fieldOf, FIRST_VALUES, offersPorts, planInput } from './create-form'

const schema = createFormSchema(createTranslator({ locale: 'en', messages: en, namespace: 'create' }))
const problem = (part: Partial<typeof FIRST_VALUES>) =>
  schema.safeParse({ ...FIRST_VALUES, clusterName: 'orders', ...part }).error?.issues[0]?.message

test('a name is enough', () => {
  expect(problem({})).toBeUndefined()
})

describe('each broken rule has a sentence', () => {
  test.each([
    ['', 'Give the cluster a name.'],
    ['-orders', 'Begin with a letter or a digit.'],
    ['my orders', 'Only letters, digits and hyphens; ␣ is not one.'],
    ['ord_ers', 'Only letters, digits and hyphens; _ is not one.'],
    ['o'.repeat(65), 'At most 64 characters; this is 65.'],
  ])('name %j', (clusterName, sentence) => {
    expect(problem({ clusterName })).toBe(sentence)
  })
  test.each(['0', '21', '1.5', 'two', '-1', ''])('brokers per zone %j', (brokersPerZone) => {
    expect(problem({ brokersPerZone })).toBe('A whole number from 1 to 20.')
  })
})

test('the planner is asked in numbers, and ports only when they are not the usual', () => {
  expect(planInput({ ...FIRST_VALUES, clusterName: 'orders', brokersPerZone: '2' })).toMatchObject({
    brokersPerZone: 2,
    volumeSizeGiB: 10,
    alarms: 'RECOMMENDED',
  })
  expect(planInput(FIRST_VALUES)).not.toHaveProperty('ports')
  expect(planInput({ ...FIRST_VALUES, ports: 'BLOCK' })).toHaveProperty('ports', 'BLOCK')
})

test('a refusal finds its field by MSK’s name or ours', () => {
  expect(fieldOf('volumeSize')).toBe('volumeSizeGiB')
  expect(fieldOf('clusterName')).toBe('clusterName')
  expect(fieldOf('clientSubnets')).toBeNull()
})

test('a held port leads to the choice of addresses', () => {
  expect(offersPorts('Port 9092 is taken. Create the cluster with the tag mosaik:ports=block.')).toBe(true)
  expect(offersPorts('The disk is full.')).toBe(false)
})
