import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { notFound } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { database } from '../../process'
import { plannedMoves } from './planned-moves'

export const listOperationMoves: Verb<typeof consoleEndpoints.listOperationMoves> = async ({
  input: { operationId },
}) => {
  const known = await database().operation.count({ where: { id: operationId } })
  if (known === 0) throw notFound(`There is no operation ${operationId}.`, 'operationId')
  const { listed, all } = await plannedMoves(operationId)
  return { moves: [...listed], total: all.length }
}
