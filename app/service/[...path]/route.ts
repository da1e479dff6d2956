import { serveCloudWatch } from '@/lib/server/http/cloudwatch/serve-cloudwatch'

export const dynamic = 'force-dynamic'

export const POST = serveCloudWatch
