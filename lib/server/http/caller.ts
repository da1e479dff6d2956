import { DEFAULT_REGION, isRegion } from '@/lib/domain/network'
import { badRequest } from './api-error'
import type { Context } from './context'

/** A browser signs nothing; the console names its region in this header. */
export const REGION_HEADER = 'x-mosaik-region'

const SIGNATURE = 'AWS4-'
const SCOPE = /Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/[^/,\s]+\/aws4_request/

/**
 * Who calls, from the credential scope of an AWS signature. There is no sign-in yet, so the signature itself is not
 * verified: the server listens on loopback only, and whoever reaches it may do everything.
 */
export const callerOf = (headers: Headers): Omit<Context, 'requestId'> => ({
  ...namedBy(headers),
  userAgent: headers.get('user-agent') ?? '',
})

type Named = Omit<Context, 'requestId' | 'userAgent'>

function namedBy(headers: Headers): Named {
  const authorization = headers.get('authorization') ?? ''
  if (authorization.startsWith(SIGNATURE)) return signed(authorization)
  const actor = headers.has('sec-fetch-site') ? 'console' : 'unsigned'
  const region = headers.get(REGION_HEADER)
  if (region === null) return { region: DEFAULT_REGION, regionIsSaid: false, actor }
  return { region: known(region), regionIsSaid: true, actor }
}

function signed(authorization: string): Named {
  const [, accessKeyId, region] = SCOPE.exec(authorization) ?? []
  if (accessKeyId === undefined || region === undefined) {
    throw badRequest(
      'The Authorization header has no credential scope like Credential=KEY/20260101/us-east-1/kafka/aws4_request.',
    )
  }
  return { region: known(region), regionIsSaid: true, actor: accessKeyId }
}

function known(region: string): string {
  if (isRegion(region)) return region
  throw badRequest(`"${region}" is not the name of a region. Names look like us-east-1.`)
}
