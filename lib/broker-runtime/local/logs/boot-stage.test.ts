import { expect, test } from 'vitest'
import type { NodeRole } from '@/lib/domain/node'
import { BOOT_BEGINS, readBootLine, recoveryLogsLeft, recoveryProgress } from './boot-stage'

const stageAfter = (role: NodeRole, ...lines: string[]) =>
  lines.reduce((stage, line) => readBootLine(stage, role, line), BOOT_BEGINS)

test.each<[string, NodeRole, string]>([
  [
    '4.3.1',
    'combined',
    '[2026-11-22 21:35:28,435] INFO [KafkaRaftServer nodeId=1] Kafka Server started (kafka.server.KafkaRaftServer)',
  ],
  ['2.2.1', 'broker', '[2026-11-22 21:35:28,435] INFO [KafkaServer id=1] started (kafka.server.KafkaServer)'],
  ['1.1.1', 'broker', '[2026-11-22 21:35:28,435] INFO [KafkaServer id=3] started (kafka.server.KafkaServer)'],
  [
    'a ZooKeeper leader',
    'zookeeper',
    '[2026-11-22 21:35:28,435] INFO LEADING - LEADER ELECTION TOOK - 12 MS (org.apache.zookeeper.server.quorum.Leader)',
  ],
  [
    'a ZooKeeper follower',
    'zookeeper',
    '[2026-11-22 21:35:28,435] INFO FOLLOWING - LEADER ELECTION TOOK - 18 MS (org.apache.zookeeper.server.quorum.Learner)',
  ],
])('%s has started', (_, role, line) => {
  expect(stageAfter(role, line).started).toBe(true)
})

test.each([
  '[2026-11-22 21:35:28,435] INFO [BrokerServer id=1] Transition from SHUTDOWN to STARTING (kafka.server.BrokerServer)',
  '[2026-11-22 21:35:28,435] INFO [kafka-1-raft-io-thread]: Starting (org.apache.kafka.raft.KafkaRaftClientDriver)',
  '[2026-11-22 21:35:28,435] INFO LOOKING (org.apache.zookeeper.server.quorum.QuorumPeer)',
])('this line is not the end of a start: %s', (line) => {
  expect(stageAfter('combined', line)).toEqual(BOOT_BEGINS)
  expect(stageAfter('zookeeper', line)).toEqual(BOOT_BEGINS)
})

test('log recovery is seen from its beginning to its end', () => {
  const begins =
    '[2026-11-22 21:41:58,000] INFO Attempting recovery for all logs in /d since no clean shutdown file was found (kafka.log.LogManager)'
  const loaded =
    '[2026-11-22 21:41:58,881] INFO Completed load of Log(dir=/d/big-55, topicId=x, topic=big, partition=55, highWatermark=0) with 1 segments, local-log-start-offset 0 and log-end-offset 1 in 6ms (55/60 completed in /d) (kafka.log.LogManager)'
  const ends =
    '[2026-11-22 21:41:58,882] INFO Loaded 66 logs in 517ms (unclean log dirs = ArrayBuffer(/d)) (kafka.log.LogManager)'
  expect(recoveryProgress(stageAfter('broker', begins))).toBe(0)
  expect(recoveryProgress(stageAfter('broker', begins, loaded))).toBeCloseTo(55 / 60)
  expect(recoveryLogsLeft(stageAfter('broker', begins, loaded))).toBe(5)
  expect(recoveryLogsLeft(stageAfter('broker', begins))).toBeNull()
  expect(recoveryProgress(stageAfter('broker', begins, loaded, ends))).toBeNull()
})

test('a clean start loads its logs without recovering', () => {
  const loaded =
    '[2026-11-22 21:41:58,881] INFO Completed load of Log(dir=/d/big-55) with 1 segments in 6ms (55/60 completed in /d) (kafka.log.LogManager)'
  expect(recoveryProgress(stageAfter('broker', loaded))).toBeNull()
})

test('releases that do not count their logs stay at the beginning', () => {
  const begins =
    '[2026-11-22 21:41:58,000] INFO [Log partition=big-3, dir=/d] Recovering unflushed segment 0 (kafka.log.Log)'
  const ends = '[2026-11-22 21:41:58,000] INFO Logs loading complete in 51 ms. (kafka.log.LogManager)'
  expect(recoveryProgress(stageAfter('broker', begins))).toBe(0)
  expect(recoveryProgress(stageAfter('broker', begins, ends))).toBeNull()
})
