/** What is to be applied, as the address of the page says it. */
export type RevisionInfo = { arn: string; revision: number }
export type Choice =
  | { is: 'open' }
  /** What MSK sets by itself. */
  | { is: 'default' }
  /** Without a revision its latest is meant. */
  | { is: 'configuration'; arn: string; revision: number | null }

export const DEFAULT_CONFIGURATION = 'default'

export function readChoice(configuration: string, revision: string): Choice {
  if (configuration === '') return { is: 'open' }
  if (configuration === DEFAULT_CONFIGURATION) return { is: 'default' }
  const number = /^\d{1,9}$/.test(revision) ? Number(revision) : null
  return { is: 'configuration', arn: configuration, revision: number }
}

type Known = { arn: string; latestRevision: { revision: number } }

/**
 * What the plan is asked about: undefined as long as nothing is chosen, or the latest revision is not known yet. A
 * configuration that is named need not be in the list: the plan says what is wrong with it, or makes it.
 */
export function chosenInfo(
  choice: Choice,
  known: readonly Known[] | undefined,
): RevisionInfo | null | undefined {
  switch (choice.is) {
    case 'open':
      return undefined
    case 'default':
      return null
    case 'configuration': {
      const { arn } = choice
      if (choice.revision !== null) return { arn, revision: choice.revision }
      if (known === undefined) return undefined
      return { arn, revision: known.find((each) => each.arn === arn)?.latestRevision.revision ?? 1 }
    }
  }
}

/** The same once more: what was told by hand is taken back by it. */
export const sameAgain = (revision: RevisionInfo | null): { configuration: string; revision?: number } =>
  revision === null
    ? { configuration: DEFAULT_CONFIGURATION }
    : { configuration: revision.arn, revision: revision.revision }
