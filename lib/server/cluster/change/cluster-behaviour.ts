import { behaviourOf, MOSAIK_TAGS, type Behaviour } from '@/lib/domain/cluster-request'
import { database } from '../../process'

/** As its tag says now: it may be changed at any time. */
export async function clusterBehaviour(arn: string): Promise<Behaviour> {
  const key = MOSAIK_TAGS.behaviour
  const tag = await database().tag.findUnique({ where: { resourceArn_key: { resourceArn: arn, key } } })
  return behaviourOf(tag ? { [key]: tag.value } : {})
}
