import { servesClients, votes } from '../../node'
import { LOOK_DEADLINE_MS, QUORUM_DEADLINE_MS, REGISTRATION_DEADLINE_MS } from '../deadlines'
import type { Step, StepRow } from '../plan'
import { neededRows, quorumServes, quorumWait, serving, shallRun } from '../serving'
import { fencedNodes } from '../volumes'
import type { Row, World } from '../world'
import { lookFor } from './look'

/** The voters have a leader and follow it, and every broker is registered and unfenced. */
export const quorum: Step = {
  name: 'quorum',
  undo: 'free',
  applies: shallRun,
  rows: (world) => [
    voterRow(world),
    ...neededRows(world)
      .filter(isPureBroker)
      .map((row) => brokerRow(world, row)),
  ],
  judge(world) {
    const serves = quorumServes(world)
    if (serves === null) return lookFor('quorum')
    if (!serves) return { is: 'wait', why: quorumWait(world), deadlineMs: QUORUM_DEADLINE_MS }
    const fenced = fencedNodes(world)
    for (const row of neededRows(world)) {
      if (fenced.has(row.id)) continue
      const state = serving(world, row)
      if (state.is === 'yes') continue
      if (state.is === 'unknown') return { is: 'wait', why: state.why, deadlineMs: LOOK_DEADLINE_MS }
      return { is: 'wait', why: state.why, deadlineMs: REGISTRATION_DEADLINE_MS }
    }
    return { is: 'done' }
  },
}

const isPureBroker = ({ role }: Row): boolean => servesClients(role) && !votes(role)

function voterRow(world: World): StepRow {
  const waiting = neededRows(world)
    .filter(({ role }) => votes(role))
    .map((row) => serving(world, row))
    .find(({ is }) => is !== 'yes')
  return waiting === undefined || waiting.is === 'yes'
    ? { step: 'quorum', node: null, phase: 'done', why: null }
    : { step: 'quorum', node: null, phase: 'joining', why: waiting.why }
}

function brokerRow(world: World, row: Row): StepRow {
  const state = serving(world, row)
  return state.is === 'yes'
    ? { step: 'quorum', node: row.id, phase: 'done', why: null }
    : { step: 'quorum', node: row.id, phase: 'joining', why: state.why }
}
