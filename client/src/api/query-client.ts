import { QueryClient } from '@tanstack/react-query'
import { ServiceProblem } from './service-problem.ts'

const tries = 3

/** Answers of a season change only when another one is published. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < tries && error instanceof ServiceProblem && error.isPassing,
      },
    },
  })
}
