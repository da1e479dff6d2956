import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { configurationEndpoints } from '@/lib/contract/console/configurations'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { toBase64 } from '../configuration/base64'
import { configurationKeys } from '../queries/keys'

const askAgain = (client: QueryClient) => client.invalidateQueries({ queryKey: configurationKeys.all })

type Creation = {
  region: string
  name: string
  description: string
  kafkaVersions: readonly string[]
  text: string
}

export const createConfiguration = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['createConfiguration'],
    mutationFn: ({ region, name, description, kafkaVersions, text }: Creation) =>
      call(
        mskEndpoints.CreateConfiguration,
        {
          name,
          ...(description === '' ? {} : { description }),
          kafkaVersions: [...kafkaVersions],
          serverProperties: toBase64(text),
        },
        { region },
      ),
    onSettled: () => askAgain(client),
  })

/** `from`: the revision the text was edited from. */
type Revision = { region: string; arn: string; from: number; description: string; text: string }

export const reviseConfiguration = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['reviseConfiguration'],
    mutationFn: ({ region, arn, from, description, text }: Revision) =>
      call(
        configurationEndpoints.reviseConfiguration,
        { arn, from, description, serverProperties: toBase64(text) },
        { region },
      ),
    onSettled: () => askAgain(client),
  })

export const deleteConfiguration = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteConfiguration'],
    mutationFn: ({ region, arn }: { region: string; arn: string }) =>
      call(mskEndpoints.DeleteConfiguration, { arn }, { region }),
    onSettled: () => askAgain(client),
  })
