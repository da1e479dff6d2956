/** Groups of clients that share the work of reading, in Kafka's own words. */

/** How a group agrees on who reads what: by its members, by the broker, or record by record. */
export const GROUP_KINDS = ['classic', 'consumer', 'share', 'streams'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

/** Brokers before Kafka 3.8 tell no kind: all their groups are classic ones. */
export const groupKindOf = (text: string | undefined): GroupKind =>
  GROUP_KINDS.find((kind) => kind === text?.toLowerCase()) ?? 'classic'

/** Of all kinds together, what wants an eye first. */
export const GROUP_STATES = [
  'PreparingRebalance',
  'CompletingRebalance',
  'Assigning',
  'Reconciling',
  'NotReady',
  'Stable',
  'Empty',
  'Dead',
  'Unknown',
] as const
export type GroupState = (typeof GROUP_STATES)[number]

/** `Empty` by `Empty`, `empty` or `EMPTY`: tools and releases differ. */
export const groupStateOf = (text: string | undefined): GroupState =>
  GROUP_STATES.find((state) => state.toLowerCase() === text?.toLowerCase()) ?? 'Unknown'

export const isRebalancing = (state: GroupState): boolean =>
  GROUP_STATES.indexOf(state) <= GROUP_STATES.indexOf('NotReady')

/** Where a share group stands is not one offset a partition. */
export const countsOffsets = (kind: GroupKind): boolean => kind !== 'share'

/** Kafka takes offsets from outside only while nobody reads; a group that reads would go on from its own. */
export const hasNoMembers = (state: GroupState): boolean => state === 'Empty' || state === 'Dead'
