import { kafka, type Mosaik } from './fixtures'

/** Where the partitions of a topic lie and what holds their copies back, as Kafka's own tools tell it. */

/** Replicas by broker. */
export async function replicasOf(mosaik: Mosaik, cluster: string, topic: string) {
  const described = await kafka(mosaik, [cluster, 'topics', '--describe', '--topic', topic])
  const counts: Record<string, number> = {}
  for (const [, list = ''] of described.matchAll(/Replicas: ([\d,]+)/g)) {
    for (const broker of list.split(',')) counts[broker] = (counts[broker] ?? 0) + 1
  }
  return counts
}

/** Who leads each partition, in their order. */
export async function leadersOf(mosaik: Mosaik, cluster: string, topic: string): Promise<number[]> {
  const described = await kafka(mosaik, [cluster, 'topics', '--describe', '--topic', topic])
  return [...described.matchAll(/Leader: (\d+)/g)].map(([, leader]) => Number(leader))
}

/** How many records there are, by where each partition ends: for topics of which nothing is deleted. */
export async function recordsOf(mosaik: Mosaik, cluster: string, topic: string): Promise<number> {
  const printed = await kafka(mosaik, [cluster, 'get-offsets', '--topic', topic])
  return [...printed.matchAll(/^\S+:\d+:(\d+)$/gm)].reduce((sum, [, end = '0']) => sum + Number(end), 0)
}

/** Every setting that brokers and topics were told. */
export async function toldSettings(mosaik: Mosaik, cluster: string): Promise<string> {
  const brokers = await kafka(mosaik, [cluster, 'configs', '--describe', '--entity-type', 'brokers'])
  const topics = await kafka(mosaik, [cluster, 'configs', '--describe', '--entity-type', 'topics'])
  return [brokers, topics].join('\n')
}
