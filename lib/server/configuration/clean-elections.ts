import { cleanElectionsArn } from '@/lib/domain/configuration/clean-elections'
import { environment } from '../env'
import { database } from '../process'

/** The revision that clusters of the console begin with: the latest, and the first where nobody has named it yet. */
export async function cleanElections(region: string): Promise<{ arn: string; revision: number }> {
  const arn = cleanElectionsArn({ region, account: environment().account })
  const latest = await database().configurationRevision.findFirst({
    where: { configurationArn: arn },
    orderBy: { revision: 'desc' },
  })
  return { arn, revision: latest?.revision ?? 1 }
}
