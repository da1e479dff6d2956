import type { SignsSeen } from '@/lib/domain/drill/facts'
import { MoveRefused, type RuntimeMove } from '../runtime'
import { endProcess } from './process'
import type { FakeNode, FakeState } from './state'

/** What drills do to fake nodes, and what the fake host shows of it. */
export function inject(
  state: FakeState,
  node: FakeNode | undefined,
  { fault, bytes }: Extract<RuntimeMove, { do: 'inject' }>,
): void {
  if (node === undefined) return
  if (fault.is === 'loseVolume' && node.isPutAside) return
  if (node.process !== null && node.process.boot !== fault.boot) {
    throw new MoveRefused('boot', `Node ${node.id} runs boot ${node.process.boot}, not ${fault.boot}.`)
  }
  switch (fault.is) {
    case 'kill':
      return endProcess(state, node, 'Killed')
    case 'freeze':
      if (node.process !== null) node.process.hung = true
      return
    case 'fillVolume':
      if (node.fillerBytes === null) node.usedBytes += bytes ?? 0
      node.fillerBytes = bytes
      return
    case 'loseVolume':
      endProcess(state, node, 'Killed')
      node.formatted = false
      node.endedClean = true
      node.refills = true
      node.isPutAside = true
  }
}

export function lift(node: FakeNode | undefined, { fault }: Extract<RuntimeMove, { do: 'lift' }>): void {
  if (node === undefined) return
  switch (fault.is) {
    case 'kill':
      return
    case 'freeze':
      if (node.process?.boot === fault.boot) node.process.hung = false
      return
    case 'fillVolume':
      node.usedBytes -= node.fillerBytes ?? 0
      node.fillerBytes = null
      return
    case 'loseVolume':
      if (!node.formatted && node.process === null) node.formatted = node.isPutAside
      node.isPutAside = false
  }
}

export const fakeSigns = ({ nodes }: FakeState): SignsSeen =>
  Object.fromEntries(
    nodes.map(({ id, process, formatted, formats, fillerBytes, isPutAside }) => [
      id,
      {
        pid: process?.pid ?? null,
        processState: process === null ? null : process.hung ? 'T' : 'S',
        directoryId: formatted ? `directory-${id}-${formats}` : null,
        fillerBytes,
        isPutAside,
      },
    ]),
  )
