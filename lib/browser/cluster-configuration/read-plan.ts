import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import { servesClients } from '@/lib/domain/node'
import type { StepName } from '@/lib/domain/plan/world'
import { usualMs } from '../operation/time-axis'

type Restart = ChangePlan['restarts'][number]

/**
 * Who restarts, in order, and which of them is the trial: the first broker goes alone, and unless it passes nothing
 * of the change stays.
 */
export function restartsOf({ restarts, hasTrial }: Pick<ChangePlan, 'restarts' | 'hasTrial'>) {
  const trial = restarts.find(({ role }) => servesClients(role))
  return restarts.map((restart, place): Restart & { place: number; isTrial: boolean } => ({
    ...restart,
    place: place + 1,
    isTrial: hasTrial && restarts.length > 1 && restart === trial,
  }))
}

/** What a change does to the brokers that run, in one word. */
export type PlanOutcome =
  'nothing' | 'takenBack' | 'running' | 'restart' | 'atOnce' | 'added' | 'leaving' | 'moving' | 'leading'
export function outcomeOf(
  plan: Pick<ChangePlan, 'restarts' | 'changes' | 'strangers' | 'facts' | 'added' | 'leaving' | 'placement'>,
): PlanOutcome {
  const { restarts, changes, strangers, facts, added, leaving, placement } = plan
  if (restarts.length > 0) return 'restart'
  if (added.length > 0) return 'added'
  if (leaving.length > 0) return 'leaving'
  if (placement !== null) return placement.leadersOnly === placement.partitions ? 'leading' : 'moving'
  if (facts.length > 0) return 'atOnce'
  if (changes.some(({ effect }) => effect !== 'none')) return 'running'
  return strangers === null || strangers.length > 0 ? 'takenBack' : 'nothing'
}

/**
 * Nothing stands in the way but how the cluster is now: what would change can be read already, though not how. Of a
 * revision that is refused for itself nothing is known.
 */
export const isRefusedForNow = ({ refusals, notNow }: Pick<ChangePlan, 'refusals' | 'notNow'>): boolean =>
  notNow !== null && refusals.every((refusal) => refusal === notNow)

type Steps = Pick<
  ChangePlan,
  'steps' | 'restarts' | 'changes' | 'strangers' | 'version' | 'added' | 'leaving' | 'placement'
>

/**
 * The steps that do something here. The engine goes through all it has, but on a cluster that runs its release is
 * ready, its nodes are started and its leader is elected: to list these would read as if they happened again.
 */
export function stepsOf(plan: Steps): readonly StepName[] {
  const { steps, restarts, changes, strangers, version, added, leaving, placement } = plan
  const tells =
    strangers === null || strangers.length > 0 || changes.some(({ effect }) => effect === 'running')
  const isOther = placement !== null || restarts.length + added.length + leaving.length > 0
  const does: Partial<Record<StepName, boolean>> = {
    release: version !== null,
    nodes: added.length > 0,
    roll: restarts.length > 0,
    settings: tells,
    features: version !== null,
    placement: placement !== null || leaving.length > 0,
    retire: leaving.length > 0,
    verify: isOther || tells,
  }
  return steps.map(({ step }) => step).filter((step) => does[step] === true)
}

/**
 * How long it takes, milliseconds: what restarts as long as the last times here, what is copied as long as its rate
 * asks for. Null: nodes restart that never did so here, and then copying alone says too little.
 */
export function expectedMs(
  plan: Pick<ChangePlan, 'restarts' | 'added' | 'leaving' | 'placement' | 'lastDurationsMs'>,
): number | null {
  const { restarts, added, leaving, placement, lastDurationsMs } = plan
  const copyMs = placement?.copyMs ?? 0
  const isOnlyMoving = placement !== null && restarts.length + added.length + leaving.length === 0
  if (isOnlyMoving) return copyMs
  const usual = usualMs(lastDurationsMs)
  return usual === null ? null : usual + copyMs
}

type Client = NonNullable<ChangePlan['version']>['clients']['clients'][number]

/** Clients that the other release will not take any more. */
export const refusedClients = ({ version }: Pick<ChangePlan, 'version'>): readonly Client[] =>
  version?.clients.clients.filter(({ verdict }) => verdict === 'refused') ?? []

export const clientText = ({ software }: Pick<Client, 'software'>): string =>
  software === null ? 'untold' : `${software.name} ${software.version}`

/** Which harm was agreed to: other topics or clients, or worse for the same topics, want another yes. */
export function risksText(plan: Pick<ChangePlan, 'topicsAtRisk' | 'version'>): string {
  const topics = plan.topicsAtRisk?.map(({ topic, is }) => `${topic} ${is}`) ?? ['unknown']
  return [...topics, ...refusedClients(plan).map(clientText)].join(', ')
}

/** Whether somebody has to agree to harm first. Not known is no reason to go on without asking. */
export const isRisky = (plan: ChangePlan): boolean =>
  refusedClients(plan).length > 0 ||
  (plan.topicsAtRisk === null ? plan.restarts.length > 0 : plan.topicsAtRisk.length > 0)

export type ApplyOff = 'asking' | 'refused' | 'risks' | 'asked'
/** Why Apply would do nothing now; null when it may be pressed. */
export function applyOff({
  plan,
  isAsking,
  accepted,
  isAsked,
}: {
  plan: ChangePlan | undefined
  /** The plan in view is of another choice, or none is there. */
  isAsking: boolean
  /** The risks that were agreed to. */
  accepted: string | null
  isAsked: boolean
}): ApplyOff | null {
  if (isAsked) return 'asked'
  if (plan === undefined || isAsking) return 'asking'
  if (plan.refusals.length > 0) return 'refused'
  return isRisky(plan) && accepted !== risksText(plan) ? 'risks' : null
}
