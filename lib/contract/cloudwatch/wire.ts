import { z } from 'zod'

/**
 * CloudWatch's simple types as they come over any of its protocols: the query protocol writes everything as text,
 * JSON writes a time as seconds, CBOR as a tagged number.
 */
export const text = (max: number) => z.string().min(1).max(max)

export const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/)
    .transform(Number),
])
export const whole = number.pipe(z.number().int())

export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])

/** Milliseconds since the epoch, whole seconds as CloudWatch reads them. */
export const time = z
  .union([
    z.date().transform((date) => date.getTime()),
    number.transform((seconds) => seconds * 1000),
    z.iso.datetime({ offset: true, local: true }).transform((written) => Date.parse(asUtc(written))),
  ])
  .refine(Number.isFinite)
  .transform((ms) => Math.floor(ms / 1000) * 1000)

/** A time without a zone is UTC on AWS, and local time to JavaScript. */
const asUtc = (written: string): string => (/(?:Z|[+-]\d{2}:?\d{2})$/.test(written) ? written : `${written}Z`)

export const NAMESPACE = 'AWS/Kafka'
export const namespace = text(255).regex(/^[^:]/)

const dimension = z.object({ Name: text(255), Value: text(1024) })
export const dimensions = z.array(dimension).max(30)
export type WireDimensions = readonly z.output<typeof dimension>[]

export const UNITS = [
  'Seconds',
  'Microseconds',
  'Milliseconds',
  'Bytes',
  'Kilobytes',
  'Megabytes',
  'Gigabytes',
  'Terabytes',
  'Bits',
  'Kilobits',
  'Megabits',
  'Gigabits',
  'Terabits',
  'Percent',
  'Count',
  'Bytes/Second',
  'Kilobytes/Second',
  'Megabytes/Second',
  'Gigabytes/Second',
  'Terabytes/Second',
  'Bits/Second',
  'Kilobits/Second',
  'Megabits/Second',
  'Gigabits/Second',
  'Terabits/Second',
  'Count/Second',
  'None',
] as const
export const unit = z.enum(UNITS)
