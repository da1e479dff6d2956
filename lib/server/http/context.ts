import type { z } from 'zod'
import type { Endpoint } from '@/lib/contract/endpoint'

/** Who asks, and where: the region of the caller's signature is a namespace of its own, as on AWS. */
export type Context = {
  requestId: string
  region: string
  /** False: nobody named a region and it is the default one. */
  regionIsSaid: boolean
  actor: string
  /** As the client names itself; empty where it does not. */
  userAgent: string
}

/** A verb: one file, one shape. Its input is parsed and its reply typed by the endpoint's row. */
export type Verb<Row extends Endpoint> = (call: {
  ctx: Context
  input: z.output<Row['input']>
}) => Promise<z.input<Row['reply']>>
