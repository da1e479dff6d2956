import type { DrillRefusal } from '@/lib/domain/drill/may-drill'

const TEXTS: Readonly<Record<DrillRefusal, string>> = {
  platform: 'This machine cannot make this fault: drills need Linux.',
  stopped: 'The cluster is stopped. Start it to drill it.',
  state: 'The cluster is not ACTIVE. Wait until it is.',
  held: 'The cluster waits for a person to decide whether this database still holds.',
  operation: 'An operation is under way. Wait for its end.',
  drill: 'A drill is under way. Wait for its end, or end it.',
  noData: 'Not enough is known of the cluster now.',
  underReplicated: 'Some replicas are not in sync. Wait until they are.',
  fewBrokers: 'The cluster has one broker only: nothing would be left.',
  fewVoters: 'The drill needs three controllers: with fewer no majority would be left.',
  fewZones: 'The drill needs three zones: with fewer no majority would be left.',
  zookeeper: 'The cluster has ZooKeeper servers and no controllers of its own.',
  braked: 'Producers are slowed because a volume is nearly full.',
  hostSpace: 'The disk of this machine has no room for a full volume.',
}

/** For callers of the API; the console has words of its own. */
export const drillRefusalText = (why: DrillRefusal): string => TEXTS[why]
