import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { topicArn } from '@/lib/domain/arn'
import { audited } from '../audit'
import { conflict } from '../http/api-error'
import type { Verb } from '../http/context'
import type { KafkaAdmin } from '../kafka/admin'
import { existingTopic } from '../kafka/topics/existing-topic'
import { describeTopicSettings } from '../kafka/topics/topic-settings'
import { updateTopic } from '../kafka/topics/update-topic'
import { withTopicsOf } from './with-topics'

/**
 * Kafka has no compare-and-set for a setting. What it is now is read just before, so of two people who edit the same
 * value the second is told instead of overwriting the first unseen; the moment between the two calls remains.
 */
export const changeTopicSetting: Verb<typeof consoleEndpoints.changeTopicSetting> = async ({
  ctx,
  input,
}) => {
  const { clusterId, topicName: name, settingName, from, to } = input
  return withTopicsOf(clusterId, 'change', async (admin, cluster) => {
    await existingTopic(admin, name)
    const now = await ownValue(admin, name, settingName)
    if (now !== from) {
      const value = now === null ? 'has no value of its own any more' : `is ${now} now`
      throw conflict(`Someone else changed ${settingName} meanwhile: it ${value}.`, 'from')
    }
    await updateTopic(admin, { name, configs: { [settingName]: to } })
    await audited(ctx, 'ChangeTopicSetting', topicArn(cluster, name), { settingName, from, to })
    return { settings: [...(await describeTopicSettings(admin, name))] }
  })
}

async function ownValue(admin: KafkaAdmin, topic: string, settingName: string): Promise<string | null> {
  const settings = await describeTopicSettings(admin, topic)
  const setting = settings.find(({ name }) => name === settingName)
  return setting?.source === 'topic' ? setting.value : null
}
