/** What a snippet is filled in with. Names are Kafka's and MSK's legal ones, so they need no quoting anywhere. */
export type SnippetFacts = {
  clusterName: string
  /** Comma-separated addresses of the place the client runs at. */
  bootstrap: string
  /** The same of ZooKeeper; null where there is none, or where the client cannot reach it. */
  zookeeper: string | null
  topic: string
  /** A topic that is not there is made first. */
  topicExists: boolean
  replicationFactor: number
  /** Exact Apache release of the brokers. */
  release: string
}

/** One text to copy; `do` says what it is for, `file` where it is saved. */
export type SnippetPart = {
  do: 'install' | 'create' | 'createByMosaik' | 'produce' | 'consume' | 'save' | 'run'
  file?: string
  code: string
}

export const CLIENTS = ['kcat', 'mosaik', 'scripts', 'java', 'python', 'node'] as const
export type Client = (typeof CLIENTS)[number]

export const CLIENT_PLACES = ['here', 'elsewhere'] as const
export type ClientPlace = (typeof CLIENT_PLACES)[number]

/** Mosaik's own command is where Mosaik is. */
export const CLIENTS_AT: Record<ClientPlace, readonly Client[]> = {
  here: CLIENTS,
  elsewhere: CLIENTS.filter((client) => client !== 'mosaik'),
}

/** `2.2.1` is not at least `2.5.0`. */
export const isAtLeast = (release: string, floor: string): boolean =>
  release.localeCompare(floor, 'en', { numeric: true }) >= 0
