import type { ErrorType } from '@/lib/contract/errors'

/** What a verb throws to refuse: the wrapper turns it into MSK's header, status and body. */
export class ApiError extends Error {
  readonly type: ErrorType
  /** The member that is to blame, by its own name without a path, as MSK says it. */
  readonly invalidParameter: string | undefined

  constructor(type: ErrorType, message: string, invalidParameter?: string) {
    super(message)
    this.name = 'ApiError'
    this.type = type
    this.invalidParameter = invalidParameter
  }
}

export const badRequest = (message: string, invalidParameter?: string): ApiError =>
  new ApiError('BadRequestException', message, invalidParameter)

export const notFound = (message: string, invalidParameter?: string): ApiError =>
  new ApiError('NotFoundException', message, invalidParameter)

export const conflict = (message: string, invalidParameter?: string): ApiError =>
  new ApiError('ConflictException', message, invalidParameter)
