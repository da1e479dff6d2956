import { groupKindOf, groupStateOf, type GroupKind, type GroupState } from '@/lib/domain/group'
import type { KafkaAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import { listGroups } from '../rpc/list-groups'
import { askBrokers, BROKER_TIMEOUT_MS, type SilentBroker } from '../topics/ask-brokers'
import { QUESTION_TIMEOUT_MS } from '../topics/call-timeouts'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError } from '../wire/kafka-error'
import { describeOfKind, type DescribedGroup } from './describe'

export type ListedGroup = {
  name: string
  kind: GroupKind
  /** consumer, connect, …: of a group that never had a member it is empty. */
  protocolType: string
  state: GroupState
  coordinator: number
  /** Null where nobody could tell. */
  described: DescribedGroup | null
}
export type GroupsSeen = { groups: readonly ListedGroup[]; silent: readonly SilentBroker[] }

/** More in one answer would hold up whoever waits behind it. */
const DESCRIBED_AT_ONCE = 50
/** Beyond this, who is in each of them is asked on the page of one. */
const DESCRIBED_MAX = 1_000

/** Every group, told by the broker that coordinates it. */
export async function listAllGroups(admin: KafkaAdmin): Promise<GroupsSeen> {
  const view = await admin.ask((broker) => clusterView(broker, [], QUESTION_TIMEOUT_MS))
  const ids = view.brokers.map(({ nodeId }) => nodeId)
  const { replies, silent } = await askBrokers(admin, view, ids, groupsAt)
  const byName = new Map<string, ListedGroup>()
  // While a coordinator moves, two brokers may tell of the same group.
  for (const group of [...replies.values()].flat()) byName.set(group.name, group)
  return { groups: [...byName.values()], silent }
}

async function groupsAt(broker: KafkaConnection, coordinator: number): Promise<readonly ListedGroup[]> {
  const { errorCode, groups } = await broker.call(listGroups, {}, BROKER_TIMEOUT_MS)
  assertNoError(`The groups of broker ${coordinator}`, errorCode, null)
  const listed = groups.map(({ groupId, protocolType, groupState, groupType }): ListedGroup => ({
    name: groupId,
    kind: groupKindOf(groupType),
    protocolType,
    state: groupStateOf(groupState),
    coordinator,
    described: null,
  }))
  const described = new Map<string, DescribedGroup>()
  for (const [kind, names] of namesByKind(listed.slice(0, DESCRIBED_MAX))) {
    for (let first = 0; first < names.length; first += DESCRIBED_AT_ONCE) {
      const part = names.slice(first, first + DESCRIBED_AT_ONCE)
      for (const group of await describeOfKind(broker, kind, part)) described.set(group.name, group)
    }
  }
  return listed.map((group) => {
    const own = described.get(group.name)
    // Brokers before 2.6 tell the state only to those who ask about one group.
    return own === undefined ? group : { ...group, state: own.state, described: own }
  })
}

function namesByKind(groups: readonly ListedGroup[]): ReadonlyMap<GroupKind, string[]> {
  const names = new Map<GroupKind, string[]>()
  for (const { kind, name } of groups) {
    const own = names.get(kind)
    if (own === undefined) names.set(kind, [name])
    else own.push(name)
  }
  return names
}
