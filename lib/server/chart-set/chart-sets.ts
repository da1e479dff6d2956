import type { chartSetEndpoints } from '@/lib/contract/console/chart-sets'
import { CHART_SETS_MAX, chartSetNameProblem, savedChartsSchema } from '@/lib/domain/metrics/chart-set'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { isTaken } from '../db'
import { badRequest, conflict, notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, events } from '../process'

export const listChartSets: Verb<typeof chartSetEndpoints.listChartSets> = async ({
  input: { clusterId },
}) => {
  await presentCluster(clusterId)
  const rows = await database().chartSet.findMany({ where: { clusterId }, orderBy: { name: 'asc' } })
  return { chartSets: rows.map(view) }
}

/** Of two people who change the same set the second is told, instead of undoing unseen what the first one did. */
export const putChartSet: Verb<typeof chartSetEndpoints.putChartSet> = async ({ ctx, input }) => {
  const { clusterId, name, charts, expected } = input
  const problem = chartSetNameProblem(name)
  if (problem !== null) throw badRequest(NAME_PROBLEMS[problem], 'name')
  const { arn } = await presentCluster(clusterId)
  const db = database()
  const changedAt = new Date(systemClock.now())
  const text = JSON.stringify(charts)
  if (expected === null) {
    const count = await db.chartSet.count({ where: { clusterId } })
    if (count >= CHART_SETS_MAX)
      throw badRequest(`There are ${count} sets of charts already. Delete one first.`, 'name')
    const made = await db.chartSet
      .create({ data: { clusterId, name, charts: text, version: 1, changedAt } })
      .catch((error: unknown) => {
        if (isTaken(error)) return null
        throw error
      })
    if (made === null) {
      await refuseTaken(clusterId, name)
      throw conflict(`The set "${name}" was not kept. Try again.`, 'name')
    }
  } else {
    const { count } = await db.chartSet.updateMany({
      where: { clusterId, name, version: expected },
      data: { charts: text, version: expected + 1, changedAt },
    })
    if (count === 0) throw await changedMeanwhile(clusterId, name)
  }
  await audited(ctx, 'PutChartSet', arn, { name, charts: charts.length })
  events().publish(`charts/${clusterId}`)
  return view(await find(clusterId, name))
}

export const deleteChartSet: Verb<typeof chartSetEndpoints.deleteChartSet> = async ({ ctx, input }) => {
  const { clusterId, name, expected } = input
  const { arn } = await presentCluster(clusterId)
  const { count } = await database().chartSet.deleteMany({ where: { clusterId, name, version: expected } })
  if (count === 0) throw await changedMeanwhile(clusterId, name)
  await audited(ctx, 'DeleteChartSet', arn, { name })
  events().publish(`charts/${clusterId}`)
  return null
}

const NAME_PROBLEMS = {
  missing: 'A set of charts needs a name.',
  long: 'The name of a set of charts has at most 64 characters.',
  characters: 'The name of a set of charts has no slashes, no control characters, and no spaces at its ends.',
} as const

async function presentCluster(clusterId: string) {
  const cluster = await database().cluster.findUnique({ where: { id: clusterId, presence: 'present' } })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  return cluster
}

async function find(clusterId: string, name: string) {
  const row = await database().chartSet.findUnique({ where: { clusterId_name: { clusterId, name } } })
  if (!row) throw notFound(`There is no set of charts "${name}".`, 'name')
  return row
}

async function refuseTaken(clusterId: string, name: string): Promise<void> {
  const taken = await database().chartSet.findUnique({ where: { clusterId_name: { clusterId, name } } })
  if (taken) throw conflict(`There is a set of charts "${name}" already.`, 'name')
}

async function changedMeanwhile(clusterId: string, name: string) {
  await find(clusterId, name)
  return conflict(`Someone else changed the set "${name}" meanwhile. Look at it, and save again.`, 'expected')
}

type Row = Awaited<ReturnType<typeof find>>

const view = ({ name, version, changedAt, charts }: Row) => ({
  name,
  version,
  changedAt: changedAt.toISOString(),
  charts: savedChartsSchema.parse(JSON.parse(charts)),
})
