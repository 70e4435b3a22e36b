import { agreementRoute } from './routes/agreement.ts'
import { answersRoute } from './routes/answers.ts'
import { auditRoute } from './routes/audit.ts'
import { casesRoute } from './routes/cases.ts'
import { exportRoute } from './routes/export.ts'
import { correctionCheckRoute, judgmentRoute, undoRoute } from './routes/judging.ts'
import { meRoute } from './routes/me.ts'
import { claimRoute, nextRoute, progressRoute, releaseRoute } from './routes/queue.ts'
import { conversationRoute, deletionRoute, readingRoute } from './routes/reading.ts'
import { signInRoute, signInWaysRoute, signOutRoute } from './routes/sign-in.ts'
import { trendsRoute } from './routes/trends.ts'
import type { ReviewRoute } from './review-route.ts'

/** Every path under /api/coach. */
export const reviewRoutes: readonly ReviewRoute[] = [
  signInWaysRoute,
  signInRoute,
  signOutRoute,
  meRoute,
  progressRoute,
  answersRoute,
  nextRoute,
  readingRoute,
  claimRoute,
  releaseRoute,
  correctionCheckRoute,
  judgmentRoute,
  undoRoute,
  conversationRoute,
  deletionRoute,
  casesRoute,
  agreementRoute,
  trendsRoute,
  exportRoute,
  auditRoute,
]
