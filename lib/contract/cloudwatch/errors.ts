/**
 * CloudWatch's errors by their code in the query protocol, with the name and the status they have in its newer ones
 * (AWS service model). `NotImplemented` is what Mosaik says of operations that are not built.
 */
export const CLOUDWATCH_ERRORS = {
  InvalidParameterValue: { shape: 'InvalidParameterValueException', status: 400 },
  InvalidParameterCombination: { shape: 'InvalidParameterCombinationException', status: 400 },
  MissingParameter: { shape: 'MissingRequiredParameterException', status: 400 },
  InvalidNextToken: { shape: 'InvalidNextToken', status: 400 },
  LimitExceeded: { shape: 'LimitExceededFault', status: 400 },
  ResourceNotFound: { shape: 'ResourceNotFound', status: 404 },
  ResourceNotFoundException: { shape: 'ResourceNotFoundException', status: 404 },
  ValidationError: { shape: 'ValidationException', status: 400 },
  InvalidAction: { shape: 'UnknownOperationException', status: 400 },
  MalformedInput: { shape: 'SerializationException', status: 400 },
  RequestEntityTooLarge: { shape: 'RequestEntityTooLargeException', status: 413 },
  NotImplemented: { shape: 'NotImplementedException', status: 501 },
  ServiceUnavailable: { shape: 'ServiceUnavailableException', status: 503 },
  InternalServiceError: { shape: 'InternalServiceFault', status: 500 },
} as const

export type CloudWatchErrorCode = keyof typeof CLOUDWATCH_ERRORS
