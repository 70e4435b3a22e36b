import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useNavigate } from 'react-router'
import type { ReviewFilter } from '#core/protocol/review/review-query.ts'
import { addressOf } from '../addresses.ts'
import { takeNext } from './coach-requests.ts'

/** What was put aside stays aside as long as the page is open; the service takes this many. */
const mostSkipped = 200

/** Takes the next answer that nobody else has, past those taken before. */
export function useTakeNext(filter: ReviewFilter, search: string) {
  const seen = useRef<string[]>([])
  const navigate = useNavigate()
  const taking = useMutation({
    mutationFn: async () => await takeNext(filter, seen.current),
    onSuccess: ({ item }) => {
      if (item === null) return
      seen.current = [...seen.current, item.answerId].slice(-mostSkipped)
      void navigate(addressOf.coachAnswer(item.answerId) + search)
    },
  })
  const isDone = taking.data?.item === null
  return {
    take: () => taking.mutate(),
    isTaking: taking.isPending,
    word: isDone ? 'Nothing more waits for you here.' : taking.error?.message,
  }
}
