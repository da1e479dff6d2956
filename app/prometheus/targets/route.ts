import { serveTargets } from '@/lib/server/metrics/open/serve-targets'

export const dynamic = 'force-dynamic'

/** For Prometheus: where the nodes of all clusters are scraped. */
export const GET = serveTargets
