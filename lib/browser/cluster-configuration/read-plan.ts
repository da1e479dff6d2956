import type { ConfigurationPlan } from '@/lib/contract/console/configuration-change'
import type { Permission } from '@/lib/domain/cluster'
import { servesClients } from '@/lib/domain/node'
import type { StepName } from '@/lib/domain/plan/world'

type Restart = ConfigurationPlan['restarts'][number]

/**
 * Who restarts, in order, and which of them is the trial: the first broker goes alone, and unless it passes nothing
 * of the change stays.
 */
export function restartsOf({ restarts }: Pick<ConfigurationPlan, 'restarts'>) {
  const trial = restarts.find(({ role }) => servesClients(role))
  return restarts.map((restart, place): Restart & { place: number; isTrial: boolean } => ({
    ...restart,
    place: place + 1,
    isTrial: restarts.length > 1 && restart === trial,
  }))
}

/** What a change does to the brokers that run, in one word. */
export type PlanOutcome = 'nothing' | 'takenBack' | 'running' | 'restart'
export function outcomeOf({
  restarts,
  changes,
  strangers,
}: Pick<ConfigurationPlan, 'restarts' | 'changes' | 'strangers'>): PlanOutcome {
  if (restarts.length > 0) return 'restart'
  if (changes.some(({ effect }) => effect !== 'none')) return 'running'
  return strangers === null || strangers.length > 0 ? 'takenBack' : 'nothing'
}

/**
 * Nothing stands in the way but how the cluster is now: what would change can be read already, though not how. Of a
 * revision that is refused for itself nothing is known.
 */
export const isRefusedForNow = (
  { refusals }: Pick<ConfigurationPlan, 'refusals'>,
  permission: Permission,
): boolean => !permission.may && refusals.every((refusal) => refusal === permission.why)

type Steps = Pick<ConfigurationPlan, 'steps' | 'restarts' | 'changes' | 'strangers' | 'version'>

/**
 * The steps that do something here. The engine goes through all it has, but on a cluster that runs its release is
 * ready, its nodes are started and its leader is elected: to list these would read as if they happened again.
 */
export function stepsOf({ steps, restarts, changes, strangers, version }: Steps): readonly StepName[] {
  const tells =
    strangers === null || strangers.length > 0 || changes.some(({ effect }) => effect === 'running')
  const does: Partial<Record<StepName, boolean>> = {
    release: version !== null,
    roll: restarts.length > 0,
    settings: tells,
    features: version !== null,
    verify: restarts.length > 0 || tells,
  }
  return steps.map(({ step }) => step).filter((step) => does[step] === true)
}

/** Which interruptions were agreed to: other topics, or worse for the same ones, want another yes. */
export const risksText = ({ topicsAtRisk }: Pick<ConfigurationPlan, 'topicsAtRisk'>): string =>
  topicsAtRisk === null ? 'unknown' : topicsAtRisk.map(({ topic, is }) => `${topic} ${is}`).join(', ')

/** Whether somebody has to agree to interruptions first. Not known is no reason to go on without asking. */
export const isRisky = ({ topicsAtRisk, restarts }: ConfigurationPlan): boolean =>
  topicsAtRisk === null ? restarts.length > 0 : topicsAtRisk.length > 0

export type ApplyOff = 'asking' | 'refused' | 'risks' | 'asked'
/** Why Apply would do nothing now; null when it may be pressed. */
export function applyOff({
  plan,
  isAsking,
  accepted,
  isAsked,
}: {
  plan: ConfigurationPlan | undefined
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
