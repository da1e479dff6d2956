import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { Verb } from '../http/context'
import { drillDetail } from './drill-view'
import { findDrill } from './find-drill'

export const getDrill: Verb<typeof consoleEndpoints.getDrill> = async ({ input }) => {
  const drill = await findDrill(input)
  return drillDetail(drill, drill.cluster)
}
