import type { z } from 'zod'
import type { ProcedureName } from './definitions'
import type { WireInput } from './values'

export type WireBody = { readonly [field: string]: WireInput }

/** One remote procedure with its types: how our input becomes a request of the agreed version, and what comes back. */
export type Rpc<Input, Reply> = {
  name: ProcedureName
  body: (input: Input, version: number) => WireBody
  reply: z.ZodType<Reply>
}

/** A procedure whose answer is mostly one long list. */
export type ListRpc<Input, Reply, Element> = Rpc<Input, Reply> & {
  /** Where in the answer it is, and what one of its elements is. */
  list: { at: readonly string[]; element: z.ZodType<Element> }
}

/** Only gives `body` and `reply` the chance to have their types inferred. */
export const defineRpc = <Input, Reply>(rpc: Rpc<Input, Reply>): Rpc<Input, Reply> => rpc

export const defineListRpc = <Input, Reply, Element>(
  rpc: ListRpc<Input, Reply, Element>,
): ListRpc<Input, Reply, Element> => rpc
