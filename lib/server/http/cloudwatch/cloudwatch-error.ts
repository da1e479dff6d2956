import type { CloudWatchErrorCode } from '@/lib/contract/cloudwatch/errors'

/** What a CloudWatch verb throws to refuse: each protocol writes it in its own form. */
export class CloudWatchError extends Error {
  readonly code: CloudWatchErrorCode

  constructor(code: CloudWatchErrorCode, message: string) {
    super(message)
    this.name = 'CloudWatchError'
    this.code = code
  }
}

export const invalidValue = (message: string): CloudWatchError =>
  new CloudWatchError('InvalidParameterValue', message)

export const invalidCombination = (message: string): CloudWatchError =>
  new CloudWatchError('InvalidParameterCombination', message)

export const validationError = (message: string): CloudWatchError =>
  new CloudWatchError('ValidationError', message)
