/**
 * Every error the API answers with: the name in `x-amzn-ErrorType`, and its status. The first group is MSK's own
 * (AWS service model); the rest are what a web server says before an operation is even known, in AWS's words.
 */
export const ERROR_STATUS = {
  BadRequestException: 400,
  KafkaRequestException: 400,
  UnauthorizedException: 401,
  ForbiddenException: 403,
  NotFoundException: 404,
  UnknownTopicOrPartitionException: 404,
  ClusterConnectivityException: 409,
  ConflictException: 409,
  ControllerMovedException: 409,
  GroupSubscribedToTopicException: 409,
  KafkaTimeoutException: 409,
  NotControllerException: 409,
  ReassignmentInProgressException: 409,
  TopicExistsException: 409,
  TooManyRequestsException: 429,
  InternalServerErrorException: 500,
  ServiceUnavailableException: 503,

  MethodNotAllowedException: 405,
  RequestEntityTooLargeException: 413,
  UnsupportedMediaTypeException: 415,
  NotImplementedException: 501,
} as const

export type ErrorType = keyof typeof ERROR_STATUS

/** Body of every error reply. */
export type ErrorBody = { message: string; invalidParameter?: string }
