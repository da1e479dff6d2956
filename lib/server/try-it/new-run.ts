import type { TryLane, TryRun } from '@/lib/contract/console/try-it'
import { CANARY_TOPIC, TRY_RECORD_BYTES, TRY_RECORDS } from '@/lib/domain/canary'

type NewRun = Pick<TryRun, 'id' | 'clusterId' | 'startedAt'> & {
  lanes: readonly Pick<TryLane, 'brokerId' | 'zoneId' | 'endpoint'>[]
}

/** A run before anything was tried. */
export const newRun = ({ id, clusterId, startedAt, lanes }: NewRun): TryRun => ({
  id,
  clusterId,
  state: 'running',
  topic: CANARY_TOPIC,
  recordsPerBroker: TRY_RECORDS,
  recordBytes: TRY_RECORD_BYTES,
  startedAt,
  endedAt: null,
  lanes: lanes.map((lane) => ({
    ...lane,
    state: 'waiting',
    partition: null,
    acknowledged: 0,
    readBack: 0,
    lost: null,
    write: null,
    roundTrip: null,
    problem: null,
  })),
  problem: null,
})
