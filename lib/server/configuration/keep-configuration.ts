import type { ClusterSpecification } from '@/lib/domain/cluster'
import { database } from '../process'

/** Changes nothing, and fails the whole when the configuration was deleted since it was read. */
export function keepConfiguration({ configurationInfo }: Pick<ClusterSpecification, 'configurationInfo'>) {
  if (configurationInfo === undefined) return []
  const { arn } = configurationInfo
  return [database().configuration.update({ where: { arn }, data: { arn } })]
}
