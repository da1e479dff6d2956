import type { ProvisionedRequest } from '@/lib/contract/msk/create-cluster'

/** A creation as both versions of the API and the preview ask for it. */
export type CreateRequest = {
  region: string
  clusterName: string
  tags: Readonly<Record<string, string>>
  provisioned: ProvisionedRequest
}
