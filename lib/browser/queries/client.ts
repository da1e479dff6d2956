import { QueryClient } from '@tanstack/react-query'
import { CallError } from '../call-error'

const RETRIES_MAX = 2

/** A refusal is an answer; only silence and a failing server are worth asking again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 1000,
        retry: (failures, error) => {
          const isAnswer = error instanceof CallError && error.status >= 400 && error.status < 500
          return !isAnswer && failures < RETRIES_MAX
        },
        retryDelay: 500,
        refetchIntervalInBackground: false,
      },
      mutations: { retry: false },
    },
  })
