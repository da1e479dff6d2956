import { describe, expect, test } from 'vitest'
import type { QuorumPartition } from '../rpc/describe-quorum'
import type { ZookeeperAnswer } from '../zookeeper'
import { ensembleOf, NEVER_CAUGHT_UP_MS, quorumOf, type ControllerAnswer } from './quorum'

const AT = 1_700_000_000_000

const voter = (replicaId: number, logEndOffset: bigint, lastCaughtUpTimestamp: bigint) => ({
  replicaId,
  logEndOffset,
  lastCaughtUpTimestamp,
})
const claim = (
  leaderId: number,
  leaderEpoch: number,
  voters = [voter(leaderId, 100n, 5000n)],
  observers: QuorumPartition['observers'] = [],
): ControllerAnswer => ({
  is: 'leading',
  quorum: {
    partitionIndex: 0,
    errorCode: 0,
    leaderId,
    leaderEpoch,
    highWatermark: 100n,
    currentVoters: voters,
    observers,
  } satisfies QuorumPartition,
})
const follows: ControllerAnswer = { is: 'notLeading' }
const silent = (why: string): ControllerAnswer => ({ is: 'silent', why })
const controllers = (...answers: ControllerAnswer[]) =>
  quorumOf(AT, new Map(answers.map((answer, i) => [10_001 + i, answer])))

describe('the metadata quorum', () => {
  test('lag is counted in the leader’s own clock and log', () => {
    const voters = [voter(10_001, 90n, 4200n), voter(10_002, 100n, 5000n), voter(10_003, -1n, -1n)]
    expect(controllers(follows, claim(10_002, 7, voters), silent('refused'))).toEqual({
      at: AT,
      value: {
        leader: 10_002,
        epoch: 7,
        voters: {
          10_001: { lagMs: 800, endOffsetLag: 10 },
          10_002: { lagMs: 0, endOffsetLag: 0 },
          10_003: { lagMs: NEVER_CAUGHT_UP_MS, endOffsetLag: 101 },
        },
        observers: {},
      },
    })
  })

  test('an observer is told with when it last asked, where the leader knows', () => {
    const asked = (replicaId: number, lastFetchTimestamp?: bigint) => ({
      ...voter(replicaId, 90n, 1n),
      ...(lastFetchTimestamp === undefined ? {} : { lastFetchTimestamp }),
    })
    const observers = [asked(1, 4_900n), asked(2, 5_001n), asked(3, -1n), asked(4)]
    expect(controllers(claim(10_001, 7, undefined, observers))).toMatchObject({
      value: {
        observers: {
          1: { askedAgoMs: 100 },
          2: { askedAgoMs: 0 },
          3: { askedAgoMs: null },
          4: { askedAgoMs: null },
        },
      },
    })
  })

  test.each([
    [
      'the higher epoch wins when two claim to lead',
      [claim(10_001, 3), claim(10_002, 4)],
      { leader: 10_002 },
    ],
    ['nobody leads when all were heard and none does', [follows, follows], { leader: null, voters: {} }],
  ])('%s', (_what, answers, value) => {
    expect(controllers(...answers)).toMatchObject({ at: AT, value })
  })

  test.each([
    ['the silent one may lead', [follows, silent('10002 is silent.')], /10002: 10002 is silent\./],
    ['nobody to ask', [], /No controller runs/],
  ])('unknown: %s', (_what, answers, why) => {
    expect(controllers(...answers)).toEqual({ unknown: expect.stringMatching(why) })
  })
})

describe('the ZooKeeper ensemble', () => {
  const serving = (mode: 'leader' | 'follower' | 'standalone', zxid: bigint): ZookeeperAnswer => ({
    is: 'serving',
    seen: { mode, zxid },
  })
  const ensemble = (...answers: ZookeeperAnswer[]) =>
    ensembleOf(AT, new Map(answers.map((answer, i) => [10_001 + i, answer])))

  test.each([
    [
      'followers are behind by transactions of the same epoch',
      [
        serving('follower', 0x1_0000_0008n),
        serving('leader', 0x1_0000_000an),
        serving('follower', 0x0_0000_0fffn),
      ],
      {
        leader: 10_002,
        voters: {
          10_001: { lagMs: 0, endOffsetLag: 2 },
          10_002: { lagMs: 0, endOffsetLag: 0 },
          10_003: { lagMs: 0, endOffsetLag: 0 },
        },
      },
    ],
    ['a server on its own leads itself', [serving('standalone', 5n)], { leader: 10_001 }],
    [
      'one that serves nobody does not vote',
      [serving('leader', 5n), { is: 'notServing' as const, why: '' }],
      { leader: 10_001, voters: { 10_001: { lagMs: 0, endOffsetLag: 0 } } },
    ],
    ['none serves while a leader is elected', [{ is: 'notServing' as const, why: '' }], { leader: null }],
  ])('%s', (_what, answers, value) => {
    expect(ensemble(...answers)).toMatchObject({ at: AT, value })
  })

  test('unknown while the one that may lead is silent', () => {
    expect(ensemble(serving('follower', 1n), { is: 'silent', why: 'refused' })).toEqual({
      unknown: '10002: refused',
    })
  })
})
