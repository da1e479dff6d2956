import type { z } from 'zod'

/**
 * One row of an endpoint table. `input` is everything a caller says, path and query parameters and body members in
 * one flat object; what the path names in braces goes into the path, the rest into the query (GET, DELETE) or body.
 */
export type Endpoint<Input extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With parameters in braces: `/api/console/clusters/{clusterId}`. */
  path: string
  input: Input
  reply: Reply
}

export const endpoint = <Input extends z.ZodType, Reply extends z.ZodType>(
  row: Endpoint<Input, Reply>,
): Endpoint<Input, Reply> => row
