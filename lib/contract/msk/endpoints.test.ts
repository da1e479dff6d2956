import * as aws from '@aws-sdk/client-kafka'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { mskEndpoints } from './endpoints'
import { notBuiltMskEndpoints } from './not-built'

/** An operation in the SDK's own model: `[9, namespace, name, { http: [method, path, status] }, …]`. */
const operationSchema = z.tuple([
  z.literal(9),
  z.string(),
  z.string(),
  z.object({ http: z.tuple([z.string(), z.string(), z.number()]) }),
  z.unknown(),
  z.unknown(),
])

const inModel = Object.values(aws)
  .map((value) => operationSchema.safeParse(value))
  .flatMap(({ data }) => (data ? [{ name: data[2], method: data[3].http[0], path: data[3].http[1] }] : []))

/** The model spells path parameters as members (`{ClusterArn}`), the wire has no spelling for them. */
const spelling = (path: string) => path.replaceAll(/\{(\w)/g, (_, first: string) => `{${first.toLowerCase()}`)

test('the tables hold exactly the operations of the AWS model, at its methods and paths', () => {
  const ours = Object.entries({ ...mskEndpoints, ...notBuiltMskEndpoints })
  expect(inModel).toHaveLength(64)
  expect(ours.map(([name, { method, path }]) => `${name} ${method} ${path}`).toSorted()).toEqual(
    inModel.map(({ name, method, path }) => `${name} ${method} ${spelling(path)}`).toSorted(),
  )
})

test('an operation is either built or not', () => {
  const both = Object.keys(mskEndpoints).filter((name) => Object.hasOwn(notBuiltMskEndpoints, name))
  expect(both).toEqual([])
})
