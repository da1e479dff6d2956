import { crossChecks, type ConfigurationWarning } from '@/lib/domain/configuration/cross-checks'
import { readConfiguration, type ConfigurationProblem } from '@/lib/domain/configuration/read-configuration'
import { CONFIGURATION_BYTES_MAX, configurationBytes } from '@/lib/domain/configuration/text-limit'
import { releasesMeant, releasesOf } from '@/lib/domain/configuration/versions'

/** All that the check says of a text: what is refused, and what is allowed and bites. */
export type Findings = {
  bytes: number
  /** Nothing more is said then: the check of a text without an end would not end either. */
  isTooLong: boolean
  problems: readonly ConfigurationProblem[]
  warnings: readonly ConfigurationWarning[]
  properties: Readonly<Record<string, string>>
}

export function findingsOf(text: string, versions: readonly string[]): Findings {
  const bytes = configurationBytes(text)
  if (bytes > CONFIGURATION_BYTES_MAX) {
    return { bytes, isTooLong: true, problems: [], warnings: [], properties: {} }
  }
  const read = readConfiguration(text, releasesOf(versions))
  const [newest] = releasesMeant(versions)
  const warnings = newest === undefined ? [] : crossChecks(read, newest)
  return { bytes, isTooLong: false, problems: read.problems, warnings, properties: read.properties }
}

export const isRefused = ({ isTooLong, problems }: Findings): boolean => isTooLong || problems.length > 0
