import * as z from 'zod'
import { exportHeader, exportRow } from '#core/protocol/review/export-columns.ts'
import { toldIn } from '#core/protocol/review/derive-entry.ts'
import type { ExportedAnswer } from '#core/protocol/review/exported-answer.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { ExportQuery } from '#core/protocol/review/review-query.ts'
import { judgmentsFor } from '#core/protocol/review/queue-state.ts'
import { NoBody, NoParams } from '#core/protocol/rest/path-params.ts'
import { fromStore } from '../../store-fault.ts'
import { allEntries } from '../all-entries.ts'
import { note } from '../audit.ts'
import { queryOfFilter } from '../entry-query.ts'
import { FileAnswer } from '../file-answer.ts'
import type { ReviewDesk } from '../review-desk.ts'
import { reviewRoute } from '../review-route.ts'

const types = { jsonl: 'application/x-ndjson; charset=utf-8', csv: 'text/csv; charset=utf-8' }
/** Excel takes a file that does not begin so for one of its own old alphabets. */
const byteOrderMark = '\ufeff'

export const exportRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/export',
  summary: 'All answers that fit the filters as a file: JSON lines, or a table.',
  params: NoParams,
  query: ExportQuery,
  body: NoBody,
  answer: z.unknown().meta({ description: 'A file, one answer a line.' }),
  handle: async ({ desk, coach, query }) => {
    const { format, ...filter } = query
    const asked = { ...queryOfFilter(filter), order: 'oldest' } as const
    await note(desk, { action: 'exported', coach })
    const answers = exported(desk, coach.id, allEntries(desk.reviews, asked))
    const day = desk.now().toISOString().slice(0, 10)
    const lines = format === 'csv' ? csvLines(answers) : jsonLines(answers)
    return new FileAnswer(`kaizenlap-answers-${day}.${format}`, types[format], lines)
  },
})

async function* exported(
  { conversations }: ReviewDesk,
  coachId: string,
  entries: AsyncIterable<ReviewEntry>,
): AsyncGenerator<ExportedAnswer> {
  for await (const entry of entries) {
    const answer = await fromStore(conversations.answer(entry.conversationId, entry.answerId))
    // What was forgotten since the page was read is left out.
    if (answer !== undefined) yield rowOf(entry, toldIn(answer.frames), coachId)
  }
}

function rowOf(entry: ReviewEntry, answer: string, coachId: string): ExportedAnswer {
  const { opening: _o, words: _w, claim: _c, replaced: _r, results: _s, feedback, ...rest } = entry
  const { expiresAt: _e, sentences: _n, isForTwo: _t, ...kept } = rest
  return {
    ...kept,
    answer,
    feedback: feedback?.verdict ?? null,
    feedbackNote: feedback?.note ?? null,
    judgments: [...judgmentsFor(coachId, entry)],
  }
}

async function* jsonLines(answers: AsyncIterable<ExportedAnswer>): AsyncGenerator<string> {
  for await (const answer of answers) yield `${JSON.stringify(answer)}\n`
}

async function* csvLines(answers: AsyncIterable<ExportedAnswer>): AsyncGenerator<string> {
  yield byteOrderMark + exportHeader
  for await (const answer of answers) yield exportRow(answer)
}
