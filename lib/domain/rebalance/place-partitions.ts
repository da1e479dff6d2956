import { layOut, withOtherFactors, type Layout } from './level/layout'
import { handOver, levelLeaders, takeLeadersOff } from './level/level-leaders'
import { brokersOfWish, topicOfWish, type Refusal } from './narrow-question'
import type { ChosenLeader, PlacementWish } from './placement-wish'
import { level, proposalOf } from './propose-rebalance'
import type { RebalanceProposal } from './proposal'
import type { RebalanceQuestion } from './question'
import { factorProblem, setReplicationFactor } from './replication-factor'
import { whyNotDrain, whyTooFull } from './why-not-drain'

type Question = RebalanceQuestion & {
  /** Of the volume of one broker. */
  volumeBytes: number
}

/** Where partitions come to lie, or why what is wished for cannot be had. */
export function placePartitions(
  { volumeBytes, ...asked }: Question,
  wish: PlacementWish,
): RebalanceProposal | Refusal {
  const ofTopic = topicOfWish(asked, wish)
  const question = 'refusal' in ofTopic ? ofTopic : brokersOfWish(ofTopic, wish)
  if ('refusal' in question) return question
  const proposal =
    wish.leaders === undefined
      ? placeReplicas({ ...question, volumeBytes }, wish)
      : placeLeaders(question, wish)
  if ('refusal' in proposal) return proposal
  const tooFull = whyTooFull(proposal, volumeBytes)
  if (tooFull !== null) return { refusal: tooFull }
  return proposal.moves.length > 0 ? proposal : { refusal: nothingToDo(wish) }
}

function placeReplicas(question: Question, { factor, brokers }: PlacementWish): RebalanceProposal | Refusal {
  const staying = question.brokers.filter(({ id }) => !question.leaving.has(id)).length
  const drained = question.leaving.size === 0 ? null : whyNotDrain(question)
  const problem = factor === undefined ? drained : factorProblem(factor, staying)
  if (problem !== null) return { refusal: problem }
  if (factor === undefined) return leveled(layOut(question))
  const layout = layOut({ ...question, partitions: question.partitions.map(ledByFirst) })
  setReplicationFactor(layout, factor)
  return brokers === undefined ? proposalOf(layout) : leveled(withOtherFactors(layout))
}

function leveled(layout: Layout): RebalanceProposal {
  level(layout)
  return proposalOf(layout)
}

function placeLeaders(
  question: RebalanceQuestion,
  { topic, leaders }: PlacementWish,
): RebalanceProposal | Refusal {
  if (leaders === 'preferred') return proposalOf(layOut(question))
  if (leaders !== undefined && leaders !== 'level') return chosenLeaders(question, topic, leaders)
  const layout = layOut(question)
  takeLeadersOff(layout)
  levelLeaders(layout)
  return proposalOf(layout)
}

function chosenLeaders(
  { partitions, others = [], ...rest }: RebalanceQuestion,
  topic: string | undefined,
  chosen: readonly ChosenLeader[],
): RebalanceProposal | Refusal {
  if (topic === undefined) return { refusal: 'Name the topic whose partitions others shall lead.' }
  const wanted = new Map(chosen.map(({ partition, leader }) => [`${topic}-${partition}`, leader]))
  const asked = partitions.filter(({ id }) => wanted.has(id))
  for (const [id, leader] of wanted) {
    const partition = asked.find((each) => each.id === id)
    if (partition === undefined) return { refusal: `There is no partition ${id}.` }
    if (!partition.replicas.includes(leader)) {
      return {
        refusal: `Broker ${leader} holds no replica of ${id} and so cannot lead it: ${partition.replicas.join(', ')} can.`,
      }
    }
  }
  const untouched = partitions.filter(({ id }) => !wanted.has(id))
  const layout = layOut({ ...rest, partitions: asked, others: [...others, ...untouched] })
  for (const partition of layout.partitions) {
    const leader = partition.replicas.find(({ id }) => id === wanted.get(partition.id))
    if (leader !== undefined) handOver(partition, leader)
  }
  return proposalOf(layout)
}

/** Who changes how many replicas there are did not ask for other leaders. */
const ledByFirst = <Placed extends RebalanceQuestion['partitions'][number]>(partition: Placed): Placed => ({
  ...partition,
  ledBy: undefined,
})

function nothingToDo({ topic, brokers, factor, leaders }: PlacementWish): string {
  const ofTopic = topic === undefined ? '' : ` of topic ${topic}`
  if (leaders === 'preferred') {
    return `Every partition${ofTopic} is led by its first replica already, or that one is not in sync.`
  }
  if (leaders === 'level') return `The leaders${ofTopic} are level already.`
  if (leaders !== undefined) return 'They are led as chosen already.'
  if (factor !== undefined && brokers === undefined) {
    return `Every partition${ofTopic} has ${factor === 1 ? '1 replica' : `${factor} replicas`} already.`
  }
  return `Nothing would be moved: replicas, leaders and bytes${ofTopic} are level already${brokers === undefined ? '' : ' on these brokers'}.`
}
