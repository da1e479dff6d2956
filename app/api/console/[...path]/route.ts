import { serveConsole } from '@/lib/server/http/console'

export const dynamic = 'force-dynamic'

export const GET = serveConsole
export const POST = serveConsole
export const PUT = serveConsole
export const DELETE = serveConsole
