import { configurationArn } from '../arn'

/**
 * The configuration that clusters made in the console begin with: MSK's default, but for the one value that can lose
 * what was acknowledged. MSK never switches a cluster off. Here all brokers of one are, and come back in any order:
 * with unclean elections the first would lead what it may have missed, and the others would drop the rest.
 *
 * It is like any other: its ARN is known before it is there, and whoever names it first makes it.
 */
const NAME = 'mosaik-clean-elections'
const UUID = '6d6f7361-696b-4c65-a563-74696f6e7300'

export const CLEAN_ELECTIONS = {
  name: NAME,
  description: 'MSK’s default without unclean elections',
  properties: [
    '# A partition whose replicas are all away waits for one that has every record.',
    '# MSK’s default is true: any replica may lead, and what it had missed is lost.',
    'unclean.leader.election.enable=false',
    '',
  ].join('\n'),
} as const

type Place = { region: string; account: string }

export const cleanElectionsArn = ({ region, account }: Place): string =>
  configurationArn({ region, account, name: NAME, uuid: UUID })

/** Whether a cluster's brokers may be made leaders of what they missed, as on MSK. */
export const hasUncleanElections = (settings: Readonly<Record<string, string | undefined>>): boolean =>
  (settings['unclean.leader.election.enable'] ?? 'true') === 'true'
