import { expect, test } from 'vitest'
import { terraformRules } from './terraform'

const TERRAFORM =
  'APN/1.0 HashiCorp/1.0 Terraform/1.11.4 (+https://www.terraform.io) terraform-provider-aws/5.100.0'
const plaintext = { encryptionInTransit: { clientBroker: 'PLAINTEXT', inCluster: false } } as const

test.each([
  ['Terraform that takes TLS for granted is told before there is data to lose', TERRAFORM, {}, 1],
  ['half of it is not enough', TERRAFORM, { encryptionInfo: { encryptionInTransit: {} } }, 1],
  ['Terraform that says plaintext may create', TERRAFORM, { encryptionInfo: plaintext }, 0],
  ['the AWS CLI does not compare', 'aws-cli/2.15.0', {}, 0],
  ['nor does a browser', '', {}, 0],
])('%s', (_, userAgent, request, refusals) => {
  expect(terraformRules(userAgent, request)).toHaveLength(refusals)
})
