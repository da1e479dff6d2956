import type { z } from 'zod'
import type { CloudWatchOperation } from '@/lib/contract/cloudwatch/operations'
import type { Context } from '../context'

/** As every verb: its input is parsed and its reply typed by the operation's row. Null where there is no reply. */
export type CloudWatchVerb<Row extends CloudWatchOperation> = (call: {
  ctx: Context
  input: z.output<Row['input']>
}) => Promise<z.input<Row['reply']>>
