import { PROTECTED_TAG } from '@/lib/domain/protection'
import { database } from '../process'

/** Which of these clusters, by ARN, are protected from deletion. */
export async function protectedClusters(arns: readonly string[]): Promise<ReadonlySet<string>> {
  const tags = await database().tag.findMany({
    where: { resourceArn: { in: [...arns] }, key: PROTECTED_TAG, value: 'true' },
    select: { resourceArn: true },
  })
  return new Set(tags.map(({ resourceArn }) => resourceArn))
}
