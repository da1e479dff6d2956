import { shellWord } from '../shell-word'

type Place = { arn: string; region: string; origin: string }

/** The same by the AWS CLI. Terraform has no word for it. */
export const rebootCommand = ({ arn, region, origin }: Place, nodeId: number): string =>
  [
    'aws kafka reboot-broker',
    `--endpoint-url ${shellWord(origin)}`,
    `--region ${shellWord(region)}`,
    `--cluster-arn ${shellWord(arn)}`,
    `--broker-ids ${nodeId}`,
  ].join(' \\\n  ')
