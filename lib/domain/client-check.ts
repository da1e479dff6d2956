import { compareReleases } from './kafka-version'

/**
 * Who is connected with what, and whether another release still takes it. Brokers tell the names of client software
 * since 2.4 (KIP-511), of those programs that tell theirs; they count requests by version. What neither says is
 * unknown, and never called compatible.
 */

/** Open connections of one client software to one listener. */
export type ConnectionsSeen = { software: string; version: string; listener: string; connections: number }
/** Requests of one version since the broker started; the software is told since 3.7 and of deprecated versions only. */
export type RequestsSeen = { api: string; version: number; count: number; software?: SoftwareName }
export type SoftwareName = { name: string; version: string }

export type BrokerAnswer =
  | {
      node: number
      is: 'answered'
      startedAt: number
      connections: readonly ConnectionsSeen[]
      requests: readonly RequestsSeen[]
    }
  | { node: number; is: 'silent'; why: string }

export const CLIENT_VERDICTS = ['refused', 'unknown', 'compatible'] as const
export type ClientVerdict = (typeof CLIENT_VERDICTS)[number]

export type CheckedClient = {
  /** Null: it did not tell. */
  software: SoftwareName | null
  connections: number
  listeners: readonly string[]
  verdict: ClientVerdict
  /** Requests that the other release refuses, as many as brokers have counted since they started. */
  refused: readonly { api: string; version: number; count: number }[]
}

export type ClientCheck = {
  /** The worst first. */
  clients: readonly CheckedClient[]
  /** Whether the other release refuses anything that the present one takes. */
  removes: boolean
  /** Brokers of which nothing is known. */
  silent: readonly { node: number; why: string }[]
  /** All brokers that answered have counted since then; null where none did. */
  countedSince: number | null
}

/**
 * The oldest version of each request that is taken from a release on, where an older one was taken before: the
 * difference between `validVersions` of Kafka's own message definitions in 3.9.2 and 4.0.2 (KIP-896), and in 4.0.2
 * and 4.1.2 (early share groups). Requests that only brokers send each other are left out.
 */
const OLDEST_TAKEN: readonly { from: string; oldest: Readonly<Record<string, number>> }[] = [
  {
    from: '4.0.0',
    oldest: {
      AlterReplicaLogDirs: 1,
      CreateAcls: 1,
      CreateDelegationToken: 1,
      CreateTopics: 2,
      DeleteAcls: 1,
      DeleteTopics: 1,
      DescribeAcls: 1,
      DescribeConfigs: 1,
      DescribeDelegationToken: 1,
      DescribeLogDirs: 1,
      ExpireDelegationToken: 1,
      Fetch: 4,
      ListOffsets: 1,
      OffsetCommit: 2,
      OffsetFetch: 1,
      OffsetForLeaderEpoch: 2,
      Produce: 3,
      RenewDelegationToken: 1,
    },
  },
  {
    from: '4.1.0',
    oldest: { ShareAcknowledge: 1, ShareFetch: 1, ShareGroupDescribe: 1, ShareGroupHeartbeat: 1 },
  },
]

/** What of `source` is refused by `target`: the oldest version that is still taken, by request. */
export const refusedBy = (source: string, target: string): Readonly<Record<string, number>> =>
  Object.assign(
    {},
    ...OLDEST_TAKEN.filter(
      ({ from }) => compareReleases(source, from) < 0 && compareReleases(target, from) >= 0,
    ).map(({ oldest }) => oldest),
  )

/** Mosaik's own connections, which this very upgrade is made with. */
const OWN = 'mosaik'
/** What Kafka says of who did not tell. */
export const UNTOLD = 'unknown'
/** Only brokers meet there. */
const INNER_LISTENERS: readonly string[] = ['REPLICATION', 'CONTROLLER']

export function checkClients(
  { source, target }: { source: string; target: string },
  answers: readonly BrokerAnswer[],
): ClientCheck {
  const oldest = refusedBy(source, target)
  const removes = Object.keys(oldest).length > 0
  const answered = answers.filter((answer) => answer.is === 'answered')
  const clients = new Map<string, CheckedClient>()
  const add = (software: SoftwareName | null, more: Partial<CheckedClient>): void => {
    const key = software === null ? '' : `${software.name} ${software.version}`
    const before = clients.get(key) ?? {
      software,
      connections: 0,
      listeners: [],
      verdict: 'unknown',
      refused: [],
    }
    clients.set(key, {
      ...before,
      connections: before.connections + (more.connections ?? 0),
      listeners: [...new Set([...before.listeners, ...(more.listeners ?? [])])].toSorted(),
      refused: joined(before.refused, more.refused ?? []),
    })
  }
  for (const { software, version, listener, connections } of answered.flatMap((each) => each.connections)) {
    if (connections === 0 || software === OWN || INNER_LISTENERS.includes(listener)) continue
    add(softwareOf({ name: software, version }), { connections, listeners: [listener] })
  }
  for (const { requests } of answered) {
    const refused = requests.filter(({ api, version, count }) => count > 0 && version < (oldest[api] ?? 0))
    for (const { software, ...request } of unclaimed(refused)) {
      if (software?.name !== OWN) add(softwareOf(software), { refused: [request] })
    }
  }
  return {
    clients: [...clients.values()]
      .map((client) => ({ ...client, verdict: verdictOf(client, removes) }))
      .toSorted(
        (a, b) =>
          CLIENT_VERDICTS.indexOf(a.verdict) - CLIENT_VERDICTS.indexOf(b.verdict) ||
          b.connections - a.connections,
      ),
    removes,
    silent: answers.flatMap((answer) =>
      answer.is === 'silent' ? [{ node: answer.node, why: answer.why }] : [],
    ),
    countedSince: answered.length === 0 ? null : Math.max(...answered.map(({ startedAt }) => startedAt)),
  }
}

const softwareOf = (software: SoftwareName | undefined): SoftwareName | null =>
  software === undefined || software.name === UNTOLD ? null : software

function verdictOf({ software, refused }: CheckedClient, removes: boolean): ClientVerdict {
  if (!removes) return 'compatible'
  if (refused.length > 0) return 'refused'
  return software === null ? 'unknown' : 'compatible'
}

/** Where brokers say whose a request was they count it twice, once with and once without the name. */
function unclaimed(requests: readonly RequestsSeen[]): readonly RequestsSeen[] {
  const named = requests.filter(({ software }) => software !== undefined)
  const rest = requests
    .filter(({ software }) => software === undefined)
    .map((request) => {
      const claimed = named
        .filter(({ api, version }) => api === request.api && version === request.version)
        .reduce((sum, { count }) => sum + count, 0)
      return { ...request, count: request.count - claimed }
    })
  return [...named, ...rest.filter(({ count }) => count > 0)]
}

type Refused = CheckedClient['refused']

function joined(before: Refused, more: Refused): Refused {
  const all = new Map(before.map((each) => [`${each.api} ${each.version}`, each]))
  for (const each of more) {
    const key = `${each.api} ${each.version}`
    all.set(key, { ...each, count: each.count + (all.get(key)?.count ?? 0) })
  }
  return [...all.values()].toSorted((a, b) => b.count - a.count)
}
