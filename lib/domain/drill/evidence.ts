import type { DrillFacts, NodeFacts } from './facts'
import type { DrillRecord, Evidence, EvidenceKind, EvidenceSource, Fault } from './record'

type News = [is: EvidenceKind, source: EvidenceSource, before: Evidence['before'], after: Evidence['after']]

/** What this look adds. Each is told once for each node. */
export function newEvidence(record: DrillRecord, facts: DrillFacts): readonly Evidence[] {
  const found = [
    ...record.faults.flatMap((fault) =>
      newsOf(fault, facts, facts.nodes[fault.node]).map((news) => ({ node: fault.node, news })),
    ),
    ...clusterNews(record, facts).map((news) => ({ node: null, news })),
  ]
  return found
    .map(({ node, news: [is, source, before, after] }) => ({
      at: facts.now,
      node,
      is,
      source,
      before,
      after,
    }))
    .filter(({ node, is }) => !record.evidence.some((known) => known.node === node && known.is === is))
}

function newsOf(fault: Fault, facts: DrillFacts, node: NodeFacts | undefined): News[] {
  if (node === undefined) return []
  switch (fault.is) {
    case 'kill':
      return [...goneNews(fault, node), ...brokerNews(fault, facts, node)]
    case 'freeze':
      return [...frozenNews(fault, node), ...goneNews(fault, node), ...brokerNews(fault, facts, node)]
    case 'loseVolume':
      return [...volumeNews(fault, node), ...goneNews(fault, node), ...brokerNews(fault, facts, node)]
    case 'fillVolume':
      return fillNews(fault, facts, node)
  }
}

function goneNews({ boot, pid }: Fault, node: NodeFacts): News[] {
  if (node.boot === boot) return []
  const gone: News[] = [['processGone', 'processTable', pid, null]]
  if (node.boot === null || node.signs?.pid == null) return gone
  return [...gone, ['otherProcess', 'processTable', pid, node.signs.pid]]
}

function frozenNews({ boot, pid }: Fault, { boot: now, signs, answers }: NodeFacts): News[] {
  if (now !== boot || signs?.processState !== 'T') return []
  const stopped: News[] = [['stoppedState', 'processTable', pid, signs.processState]]
  return answers === false ? [...stopped, ['silent', 'protocol', pid, null]] : stopped
}

function brokerNews({ led, notedAt, injectedAt }: Fault, facts: DrillFacts, node: NodeFacts): News[] {
  if (injectedAt === null || led === null) return []
  const news: News[] = []
  if (node.fenced === true) news.push(['fenced', 'quorum', null, null])
  const isLaterLook = facts.partitionsAt !== null && facts.partitionsAt > notedAt
  if (isLaterLook && led > 0 && node.leads === 0) news.push(['leadersMoved', 'partitions', led, 0])
  return news
}

function volumeNews({ directoryId }: Fault, { signs }: NodeFacts): News[] {
  if (signs === null) return []
  const news: News[] = signs.isPutAside ? [['volumeGone', 'folder', directoryId, null]] : []
  const isOther = signs.directoryId !== null && signs.directoryId !== directoryId
  return isOther ? [...news, ['otherDirectory', 'folder', directoryId, signs.directoryId]] : news
}

function fillNews({ bytes, injectedAt, liftedAt }: Fault, facts: DrillFacts, node: NodeFacts): News[] {
  const news: News[] = []
  const size = node.signs?.fillerBytes ?? 0
  if (bytes !== null && size >= bytes) news.push(['filler', 'folder', 0, size])
  if (injectedAt !== null && liftedAt === null && facts.isBraked === true)
    news.push(['braked', 'quota', null, null])
  if (injectedAt !== null && node.isStoppedFull && node.boot === null)
    news.push(['stoppedFull', 'processTable', null, null])
  if (liftedAt !== null && facts.isBraked === false) news.push(['brakeLifted', 'quota', null, null])
  return news
}

function clusterNews({ faults, kind }: DrillRecord, facts: DrillFacts): News[] {
  const news: News[] = []
  if (faults.length === 0 || faults.some(({ injectedAt }) => injectedAt === null)) return news
  if ((facts.underReplicated ?? 0) > 0) news.push(['isrShrank', 'partitions', 0, facts.underReplicated])
  const [former] = faults
  const { leadingVoter: leader } = facts
  const isElected = leader !== null && former !== undefined && leader !== former.node
  if (kind === 'loseControllerLeader' && isElected) news.push(['quorumMoved', 'quorum', former.node, leader])
  return news
}

/** Without these nobody can say that the fault was really there. */
const NEEDED: Readonly<Record<Fault['is'], readonly EvidenceKind[]>> = {
  kill: ['processGone'],
  freeze: ['stoppedState'],
  loseVolume: ['volumeGone', 'processGone'],
  fillVolume: ['filler'],
}

/** The node of the first fault of which that is not proven. */
export const unproven = ({ faults, evidence }: DrillRecord): Fault | undefined =>
  faults.find((fault) =>
    NEEDED[fault.is].some((kind) => !evidence.some(({ node, is }) => node === fault.node && is === kind)),
  )
