export type NewTopic = {
  name: string
  partitions: number
  replicationFactor: number
  settings: Readonly<Record<string, string>>
}
