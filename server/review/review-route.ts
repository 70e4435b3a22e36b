import type { RouterContext } from '@koa/router'
import type * as z from 'zod'
import { parseQuery, type RawInput } from '../request-input.ts'
import type { AppState } from '../middlewares/app-state.ts'
import type { Attempts } from './attempts.ts'
import type { SignedInCoach } from './identify.ts'
import { parseBody, parsePlace } from './review-input.ts'
import type { ReviewDesk } from './review-desk.ts'

type ReviewMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What a route has beside what it was asked. */
type ReviewHttp = {
  readonly desk: ReviewDesk
  readonly ctx: RouterContext<AppState>
  readonly attempts: Attempts
}

type RawRequest = ReviewHttp & {
  readonly params: RawInput
  readonly query: RawInput
  readonly body: unknown
  /** Absent on the way in. */
  readonly signedIn?: SignedInCoach
}

/** A path for coaches: the router, the OpenAPI document and the tests of who may ask are made of the list. */
export type ReviewRoute = {
  readonly method: ReviewMethod
  /** As OpenAPI writes it. */
  readonly path: string
  readonly summary: string
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  /** Empty where the method has none. */
  readonly body: z.ZodType
  readonly answer: z.ZodType
  /** The way in: there without signing in. */
  readonly isOpen: boolean
  readonly isForCoaches: true
  answerTo(request: RawRequest): Promise<unknown>
}

type Shapes<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = {
  readonly method: ReviewMethod
  readonly path: string
  readonly summary: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
}

type Asked<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
> = ReviewHttp & {
  readonly params: z.output<Params>
  readonly query: z.output<Query>
  readonly body: z.output<Body>
}

/** A route for who is signed in. */
export function reviewRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  route: Shapes<Params, Query, Body, Answer> & {
    readonly handle: (
      asked: Asked<Params, Query, Body> & SignedInCoach,
    ) => Promise<z.output<Answer>>
  },
): ReviewRoute {
  const { handle, ...shapes } = route
  return {
    ...shapes,
    isOpen: false,
    isForCoaches: true,
    answerTo: async (request) => {
      const { signedIn } = request
      if (signedIn === undefined) throw new Error(`${route.path} was asked without a coach`)
      return await handle({ ...read(shapes, request), ...signedIn })
    },
  }
}

/** A route on the way in. */
export function openRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  route: Shapes<Params, Query, Body, Answer> & {
    readonly handle: (asked: Asked<Params, Query, Body>) => Promise<z.output<Answer>>
  },
): ReviewRoute {
  const { handle, ...shapes } = route
  return {
    ...shapes,
    isOpen: true,
    isForCoaches: true,
    answerTo: async (request) => await handle(read(shapes, request)),
  }
}

function read<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  shapes: { readonly params: Params; readonly query: Query; readonly body: Body },
  { desk, ctx, attempts, params, query, body }: RawRequest,
): Asked<Params, Query, Body> {
  return {
    desk,
    ctx,
    attempts,
    params: parsePlace(shapes.params, params),
    query: parseQuery(shapes.query, query),
    body: parseBody(shapes.body, body),
  }
}
