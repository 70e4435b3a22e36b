import { AuditAnswer } from '#core/protocol/review/insight-answers.ts'
import { NoBody, NoParams } from '#core/protocol/rest/path-params.ts'
import { PageQuery } from '#core/protocol/rest/page.ts'
import { badRequest } from '../../errors.ts'
import { fromStore } from '../../store-fault.ts'
import { note } from '../audit.ts'
import { reviewRoute } from '../review-route.ts'

export const auditRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/audit',
  summary: 'What coaches read, judged, exported and deleted, the newest first.',
  params: NoParams,
  query: PageQuery,
  body: NoBody,
  answer: AuditAnswer,
  handle: async ({ desk, coach, query: { limit, cursor } }) => {
    if (cursor !== undefined && !/^[A-Za-z0-9_.:-]{1,200}$/.test(cursor)) {
      throw badRequest('cursor is not one of this list; begin again without a cursor.')
    }
    const options = { limit, ...(cursor !== undefined && { after: cursor }) }
    const { entries, next } = await fromStore(desk.coaches.audit(options))
    await note(desk, { action: 'looked-at-audit', coach })
    return { entries: [...entries], ...(next !== undefined && { nextCursor: next }) }
  },
})
