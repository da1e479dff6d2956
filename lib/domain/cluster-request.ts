import type { ClusterAccess, ClusterShape } from './cluster'
import type { Profile } from './broker-type'
import { PROTECTED_TAG, protectionProblem } from './protection'

/**
 * What Mosaik lets one choose and MSK has no word for travels as tags of the create call, so that the console, the
 * AWS CLI and Terraform all create through the same API: `--tags mosaik:shape=development,mosaik:profile=server`.
 * The tags stay on the cluster, visible; only its behaviour can be changed afterwards.
 */
export const MOSAIK_TAG_PREFIX = 'mosaik:'

export const MOSAIK_TAGS = {
  shape: 'mosaik:shape',
  profile: 'mosaik:profile',
  access: 'mosaik:access',
  ports: 'mosaik:ports',
  alarms: 'mosaik:alarms',
  behaviour: 'mosaik:behaviour',
  protected: PROTECTED_TAG,
} as const

/**
 * Each node on an address of its own with MSK's ports, or all on 127.0.0.1 with a block of ports each. Where the
 * host cannot give addresses the block is taken without asking; elsewhere it is the way out when a foreign process
 * holds MSK's ports.
 */
export const CLUSTER_PORTS = ['MSK', 'BLOCK'] as const
export type ClusterPorts = (typeof CLUSTER_PORTS)[number]

/** Whether the cluster comes with the alarms that MSK's best practices ask for. */
export const CLUSTER_ALARMS = ['NONE', 'RECOMMENDED'] as const
export type ClusterAlarms = (typeof CLUSTER_ALARMS)[number]

/**
 * As MSK: new brokers come empty, and those that hold somebody's partitions are not taken away, so that a rehearsal
 * here is true there. Assisted: Mosaik moves partitions onto new brokers, and off those that go.
 */
export const BEHAVIOURS = ['MSK', 'ASSISTED'] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

export type MosaikChoices = {
  shape: ClusterShape
  profile: Profile
  access: ClusterAccess
  ports: ClusterPorts
  alarms: ClusterAlarms
  behaviour: Behaviour
}

const SHAPES: Record<string, ClusterShape> = { msk: 'MSK', development: 'DEVELOPMENT' }
const PROFILE_WORDS: Record<string, Profile> = { lab: 'lab', server: 'server' }
const ACCESS_WORDS: Record<string, ClusterAccess> = {
  'this-machine': 'THIS_MACHINE',
  'other-machines': 'OTHER_MACHINES',
}
const PORT_WORDS: Record<string, ClusterPorts> = { msk: 'MSK', block: 'BLOCK' }
const ALARM_WORDS: Record<string, ClusterAlarms> = { none: 'NONE', recommended: 'RECOMMENDED' }

const BEHAVIOUR_WORDS: Record<string, Behaviour> = { msk: 'MSK', assisted: 'ASSISTED' }

export type ChoicesResult = { choices: MosaikChoices } | { tag: string; why: string }

/** Reads the choices out of the tags of a create call; names the tag and the words it takes when one is wrong. */
export function readMosaikTags(tags: Readonly<Record<string, string>>): ChoicesResult {
  const known: string[] = Object.values(MOSAIK_TAGS)
  const stranger = Object.keys(tags).find((key) => key.startsWith(MOSAIK_TAG_PREFIX) && !known.includes(key))
  if (stranger) return { tag: stranger, why: `Unknown tag ${stranger}. Mosaik reads ${known.join(', ')}.` }
  const shape = pick(tags, MOSAIK_TAGS.shape, SHAPES, 'MSK')
  const profile = pick(tags, MOSAIK_TAGS.profile, PROFILE_WORDS, 'lab')
  const access = pick(tags, MOSAIK_TAGS.access, ACCESS_WORDS, 'THIS_MACHINE')
  const ports = pick(tags, MOSAIK_TAGS.ports, PORT_WORDS, 'MSK')
  const alarms = pick(tags, MOSAIK_TAGS.alarms, ALARM_WORDS, 'NONE')
  const behaviour = pick(tags, MOSAIK_TAGS.behaviour, BEHAVIOUR_WORDS, 'MSK')
  const protection = protectionProblem(tags[PROTECTED_TAG])
  if ('why' in shape) return shape
  if ('why' in profile) return profile
  if ('why' in access) return access
  if ('why' in ports) return ports
  if ('why' in alarms) return alarms
  if ('why' in behaviour) return behaviour
  if (protection !== null) return { tag: PROTECTED_TAG, why: protection }
  return {
    choices: {
      shape: shape.value,
      profile: profile.value,
      access: access.value,
      ports: ports.value,
      alarms: alarms.value,
      behaviour: behaviour.value,
    },
  }
}

function pick<T>(
  tags: Readonly<Record<string, string>>,
  tag: string,
  words: Record<string, T>,
  fallback: T,
): { value: T } | { tag: string; why: string } {
  const word = tags[tag]
  if (word === undefined) return { value: fallback }
  const value = words[word]
  if (value === undefined)
    return { tag, why: `The tag ${tag} takes ${Object.keys(words).join(' or ')}, not "${word}".` }
  return { value }
}

/** The tags that say these choices; what is the default is left out. */
export function mosaikTags(choices: MosaikChoices): Record<string, string> {
  const { shape, profile, access, ports, alarms, behaviour } = choices
  return {
    ...(shape === 'DEVELOPMENT' ? { [MOSAIK_TAGS.shape]: 'development' } : {}),
    ...(profile === 'server' ? { [MOSAIK_TAGS.profile]: 'server' } : {}),
    ...(access === 'OTHER_MACHINES' ? { [MOSAIK_TAGS.access]: 'other-machines' } : {}),
    ...(ports === 'BLOCK' ? { [MOSAIK_TAGS.ports]: 'block' } : {}),
    ...(alarms === 'RECOMMENDED' ? { [MOSAIK_TAGS.alarms]: 'recommended' } : {}),
    ...(behaviour === 'ASSISTED' ? { [MOSAIK_TAGS.behaviour]: 'assisted' } : {}),
  }
}

/** How a cluster with these tags behaves; what a tag says wrongly was refused when it was set. */
export const behaviourOf = (tags: Readonly<Record<string, string>>): Behaviour =>
  BEHAVIOUR_WORDS[tags[MOSAIK_TAGS.behaviour] ?? ''] ?? 'MSK'

/** Why the tag of a cluster that is there cannot be set to this; null when it can. */
export const behaviourProblem = (word: string): string | null =>
  Object.hasOwn(BEHAVIOUR_WORDS, word)
    ? null
    : `The tag ${MOSAIK_TAGS.behaviour} takes ${Object.keys(BEHAVIOUR_WORDS).join(' or ')}, not "${word}".`

export const behaviourTag = (behaviour: Behaviour): Record<string, string> => ({
  [MOSAIK_TAGS.behaviour]: behaviour === 'MSK' ? 'msk' : 'assisted',
})
