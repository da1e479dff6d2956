import type { ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import { refusal, type Refusal } from './refusal'

/** The AWS provider of Terraform, which OpenTofu uses too, names itself in every request. */
const PROVIDER = 'terraform-provider-aws'

/**
 * A configuration without `encryption_info` means TLS to Terraform's provider, and its `in_cluster` cannot be changed:
 * finding plaintext, the next apply would delete the cluster with its data and make it anew. Said before there is
 * data to lose. It falls with the day an omitted encryptionInfo means TLS here too.
 */
export function terraformRules(
  userAgent: string,
  { encryptionInfo }: Pick<ProvisionedRequest, 'encryptionInfo'>,
): Refusal[] {
  const inTransit = encryptionInfo?.encryptionInTransit
  const isWhole = inTransit?.clientBroker !== undefined && inTransit.inCluster !== undefined
  if (isWhole || !userAgent.includes(PROVIDER)) return []
  return [
    refusal({
      rule: 'notBuilt',
      field: 'encryptionInfo',
      parameters: { member: 'encryptionInfo' },
      message:
        'TLS is not built yet, and without encryption_info Terraform expects it and would replace this cluster at its next apply. Add encryption_info { encryption_in_transit { client_broker = "PLAINTEXT" in_cluster = false } } to the resource.',
    }),
  ]
}
