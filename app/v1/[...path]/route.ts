import { serveMsk } from '@/lib/server/http/msk'

export const dynamic = 'force-dynamic'

export const GET = serveMsk
export const POST = serveMsk
export const PUT = serveMsk
export const PATCH = serveMsk
export const DELETE = serveMsk
