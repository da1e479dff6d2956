import { configurationNameOf } from './arn'
import { publicAccessType, type ClusterSpecification } from './cluster'

/** What an operation changed, source and target as MSK tells them; null where there was or will be nothing. */
export type SpecificationChange = { name: string; from: string | null; to: string | null }

const switched = (isOn: boolean | undefined): string => (isOn === true ? 'on' : 'off')

/** Named as MSK's API names them; `power` and `configurationRevision` are Mosaik's own. */
const FACTS: readonly { name: string; of: (specification: ClusterSpecification) => string | null }[] = [
  { name: 'kafkaVersion', of: ({ kafkaVersion }) => kafkaVersion },
  { name: 'numberOfBrokerNodes', of: ({ brokerCount }) => String(brokerCount) },
  { name: 'instanceType', of: ({ instanceType }) => instanceType },
  { name: 'volumeSizeGB', of: ({ volumeSizeGiB }) => String(volumeSizeGiB) },
  { name: 'publicAccess', of: ({ access }) => publicAccessType(access) },
  { name: 'enhancedMonitoring', of: ({ enhancedMonitoring }) => enhancedMonitoring },
  { name: 'jmxExporter', of: ({ openMonitoring }) => switched(openMonitoring?.jmxExporter) },
  { name: 'nodeExporter', of: ({ openMonitoring }) => switched(openMonitoring?.nodeExporter) },
  { name: 'power', of: ({ power }) => power },
  { name: 'configurationRevision', of: ({ configurationInfo }) => revisionText(configurationInfo) },
]

export function specificationChanges(
  source: ClusterSpecification | null,
  target: ClusterSpecification,
): SpecificationChange[] {
  const facts = FACTS.map(({ name, of }) => ({
    name,
    from: source === null ? null : of(source),
    to: of(target),
  }))
  const settings = [
    ...new Set([...Object.keys(source?.configuration ?? {}), ...Object.keys(target.configuration)]),
  ]
    .toSorted()
    .map((name) => ({
      name,
      from: source?.configuration[name] ?? null,
      to: target.configuration[name] ?? null,
    }))
  return [...facts, ...settings].filter(({ from, to }) => from !== to)
}

/** `shop 2`: an ARN holds the name of its configuration, also after that was deleted. */
function revisionText(info: ClusterSpecification['configurationInfo']): string | null {
  if (info === undefined) return null
  return `${configurationNameOf(info.arn)} ${info.revision}`
}
