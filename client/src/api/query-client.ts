import { QueryClient } from '@tanstack/react-query'
import { type AnswerSource, overNetwork } from './answer-source.ts'
import { ServiceProblem } from './service-problem.ts'

/** Once more at once; what fails then is told, and asked for again while it is told. */
const tries = 1
/** While the service is away or its season is being built. */
const askAgainMs = 3000

// Each query hands it on to what asks.
declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly source: AnswerSource }
  }
}

/** Answers of a season change only when another one is published. */
export function createQueryClient(source: AnswerSource = overNetwork): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        meta: { source },
        staleTime: 5 * 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < tries && isPassing(error),
        refetchInterval: ({ state }) => (isPassing(state.error) ? askAgainMs : false),
      },
    },
  })
}

function isPassing(error: unknown): boolean {
  return error instanceof ServiceProblem && error.isPassing
}
