import { database } from '../../process'

type Info = { arn: string; revision: number }

/** A revision with the name of its configuration; null once that was deleted. */
export async function namedRevision(info: Info | null | undefined) {
  if (!info) return null
  const found = await database().configuration.findUnique({
    where: { arn: info.arn },
    select: { name: true },
  })
  return { ...info, name: found?.name ?? null }
}

/** Null where there is none, or where the configuration was deleted since. */
export async function latestRevisionOf(info: Info | null | undefined): Promise<number | null> {
  if (!info) return null
  const { _max } = await database().configurationRevision.aggregate({
    where: { configurationArn: info.arn },
    _max: { revision: true },
  })
  return _max.revision
}
