import { serveLiveStream } from '@/lib/server/http/live-stream'

export const dynamic = 'force-dynamic'

export const GET = serveLiveStream
