import { expect, test } from 'vitest'
import en from '@/messages/en.json'
import ja from '@/messages/ja.json'
import type { TryLane, TryRun } from '@/lib/contract/console/try-it'
import { formatMs, receiptText, receiptTotals, type ReceiptWords } from './receipt'

const lane = (changed: Partial<TryLane> = {}): TryLane => ({
  brokerId: 1,
  zoneId: 'use1-az1',
  endpoint: '127.10.1.11:9092',
  state: 'done',
  partition: 0,
  acknowledged: 100,
  readBack: 100,
  lost: 0,
  write: { p50Ms: 1.24, p99Ms: 12.6, maxMs: 30 },
  roundTrip: null,
  problem: null,
  ...changed,
})
const away = lane({
  brokerId: 2,
  state: 'failed',
  acknowledged: 0,
  readBack: 0,
  lost: null,
  write: null,
  problem: { is: 'unreachable', said: 'no answer' },
})
const run = (lanes: TryLane[]): TryRun => ({
  id: 'r',
  clusterId: 'c',
  state: 'failed',
  topic: '__mosaik_canary',
  recordsPerBroker: 100,
  recordBytes: 1024,
  startedAt: '2026-11-22T14:00:00.000Z',
  endedAt: '2026-11-22T14:00:01.000Z',
  lanes,
  problem: null,
})

test.each([
  [[lane(), lane()], { acknowledged: 200, readBack: 200, lost: 0, doneBrokers: 2, slowestMs: 30 }],
  [[lane(), away], { acknowledged: 100, readBack: 100, lost: null, doneBrokers: 1, slowestMs: 30 }],
  [
    [lane({ readBack: 97, lost: 3 })],
    { acknowledged: 100, readBack: 97, lost: 3, doneBrokers: 1, slowestMs: 30 },
  ],
])('nothing is called lost, or not lost, that was not looked for', (lanes, totals) => {
  expect(receiptTotals(run(lanes))).toEqual(totals)
})

/** The words of a language, as the page passes them. */
const wordsOf = (messages: typeof en.tryIt): ReceiptWords => {
  const fill = (text: string, values: Record<string, string | number>) =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
  return {
    line: (name, values) => fill(messages.receiptText[name], values),
    state: (state) => messages.receiptState[state],
    problem: ({ is, said }) => fill(messages.problem[is], { said }),
    unknown: messages.unknown,
  }
}

test('the receipt names each broker, its address, its figures and its trouble', () => {
  expect(receiptText(run([lane(), away]), 'orders', wordsOf(en.tryIt)).split('\n')).toEqual([
    'Mosaik receipt r: cluster orders, topic __mosaik_canary, not complete',
    '2026-11-22T14:00:00.000Z to 2026-11-22T14:00:01.000Z, 100 records of 1024 bytes to each broker, acks=all; times in ms are p50 / p99 / max',
    'Broker 1 at 127.10.1.11:9092: 100 of 100 written, 100 read back, lost: 0, write: 1.2 / 13 / 30, there and back: –',
    'Broker 2 at 127.10.1.11:9092: 0 of 100 written, 0 read back, lost: –, write: –, there and back: –',
    '  It does not answer. The others go on; its log may say why. no answer',
  ])
})

test('the receipt is in the reader’s language', () => {
  const text = receiptText(run([lane(), away]), 'orders', wordsOf(ja.tryIt))
  expect(text).toContain('ブローカー 1（127.10.1.11:9092）')
  expect(text).toContain('応答がありません')
})

test.each([
  [0.04, '0.0'],
  [9.94, '9.9'],
  [10.4, '10'],
])('%d ms is %s', (ms, text) => {
  expect(formatMs(ms)).toBe(text)
})
