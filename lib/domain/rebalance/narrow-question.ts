import { CANARY_TOPIC } from '../canary'
import { topicOf } from '../plan/partitions/partition-id'
import type { PlacementWish } from './placement-wish'
import type { RebalanceQuestion } from './question'

export type Refusal = { refusal: string }

/** The same question about one topic: the rest stays, and says who is least loaded. */
export function topicOfWish(
  question: RebalanceQuestion,
  { topic }: PlacementWish,
): RebalanceQuestion | Refusal {
  if (topic === undefined) return question
  if (topic === CANARY_TOPIC) {
    return { refusal: `Mosaik itself lays out ${topic}, so that each broker leads a part of it.` }
  }
  const partitions = question.partitions.filter(({ id }) => topicOf(id) === topic)
  if (partitions.length === 0) return { refusal: `There is no topic ${topic}.` }
  const rest = question.partitions.filter(({ id }) => topicOf(id) !== topic)
  return { ...question, partitions, others: [...(question.others ?? []), ...rest] }
}

/** The same question where only some brokers may hold what it is about: to it the others leave. */
export function brokersOfWish(
  question: RebalanceQuestion,
  { brokers }: PlacementWish,
): RebalanceQuestion | Refusal {
  if (brokers === undefined) return question
  const known = question.brokers.map(({ id }) => id)
  const stranger = brokers.find((id) => !known.includes(id) || question.leaving.has(id))
  if (stranger !== undefined) return { refusal: `There is no broker ${stranger} to move partitions to.` }
  if (brokers.length === 0) return { refusal: 'Choose at least one broker that partitions may lie on.' }
  const leaving = known.filter((id) => !brokers.includes(id))
  return { ...question, leaving: new Set([...question.leaving, ...leaving]) }
}
