import { exposition, EXPOSITION_TYPE } from '@/lib/domain/metrics/exposition'
import { ownMetrics } from './own-metrics'

export async function serveOwnMetrics(): Promise<Response> {
  const headers = { 'content-type': EXPOSITION_TYPE, 'cache-control': 'no-store' }
  return new Response(exposition(await ownMetrics()), { headers })
}
