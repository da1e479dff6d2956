import { serveOwnMetrics } from '@/lib/server/metrics/own/serve-own-metrics'

export const dynamic = 'force-dynamic'

/** For Prometheus: how Mosaik itself fares. */
export const GET = serveOwnMetrics
