import type { Known, QuotasSeen } from '@/lib/domain/plan/world'
import { describeDefaultQuotas } from '../rpc/client-quotas'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError } from '../wire/kafka-error'

/** Bytes a second that any client of any user may produce on each broker. */
export async function lookAtQuotas(
  connection: KafkaConnection,
  at: number,
  timeoutMs: number,
): Promise<Known<QuotasSeen>> {
  if (connection.versionOf('DescribeClientQuotas') === null)
    return { at, value: { defaultRate: null, canChange: false } }
  const { errorCode, errorMessage, entries } = await connection.call(describeDefaultQuotas, null, timeoutMs)
  assertNoError('The quota of producers', errorCode, errorMessage)
  const values = (entries ?? []).flatMap((entry) => entry.values)
  const rate = values.find(({ key }) => key === 'producer_byte_rate')?.value ?? null
  return { at, value: { defaultRate: rate, canChange: true } }
}
