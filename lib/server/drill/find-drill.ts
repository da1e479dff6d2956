import { notFound } from '../http/api-error'
import { database } from '../process'

export async function findDrill({ clusterId, drillId }: { clusterId: string; drillId: string }) {
  const drill = await database().drill.findFirst({
    where: { id: drillId, clusterId },
    include: { cluster: { select: { id: true, name: true, arn: true } } },
  })
  if (!drill) throw notFound(`There is no drill ${drillId} of cluster ${clusterId}.`, 'drillId')
  return drill
}
