import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { decodeToken, pageOf } from '../http/paging'
import { database } from '../process'
import { configurationView, withLatest } from './view'

const LIST = 'configurations'

export const listConfigurations: Verb<typeof mskEndpoints.ListConfigurations> = async ({ ctx, input }) => {
  const { maxResults, nextToken } = input
  const after = decodeToken(LIST, nextToken)
  const rows = await database().configuration.findMany({
    where: { region: ctx.region, ...(after === null ? {} : { name: { gt: after } }) },
    orderBy: { name: 'asc' },
    take: maxResults + 1,
    include: withLatest,
  })
  const { page, next } = pageOf(LIST, rows, maxResults, ({ name }) => name)
  return { configurations: page.map(configurationView), ...next }
}
