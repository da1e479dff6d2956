import type { configurationEndpoints } from '@/lib/contract/console/configurations'
import type { Verb } from '../http/context'
import { configurationUses } from './configuration-uses'

export const listConfigurationUses: Verb<typeof configurationEndpoints.listConfigurationUses> = async ({
  input: { region },
}) => ({ uses: await configurationUses(region) })
