import type { EmotionCache } from '@emotion/cache'
import type { Query, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { text } from 'node:stream/consumers'
import { prerenderToNodeStream } from 'react-dom/static'
import {
  createStaticHandler,
  createStaticRouter,
  type StaticHandlerContext,
  StaticRouterProvider,
} from 'react-router'
import type { DrawnPage, DrawPage } from '#core/protocol/drawn-page.ts'
import { createQueryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import { routes } from './routes.tsx'
import { withRulesFor } from './styles-by-rule.ts'
import { createStyles } from './theme/create-styles.ts'

/** A view asks, and some of what it asks for depends on an answer. */
const mostRounds = 4

const handler = createStaticHandler(routes)

/** The first view of a page, drawn by the same components as in the browser, from the answers that they ask for. */
export const drawPage: DrawPage = async ({ address, device, answer }) => {
  const context = await handler.query(new Request(new URL(address, 'http://service')))
  if (context instanceof Response) return undefined
  const queries = createQueryClient(async (path) => new Response(await answer(path)))
  try {
    for (let round = 0; round < mostRounds; round++) {
      const styles = createStyles()
      // Keeps the rules where they can be had: there is no document to put them into.
      styles.compat = true
      const page = <StaticPage context={context} />
      // oxlint-disable-next-line no-await-in-loop -- what it asks for is known only when it was drawn
      const html = await markupOf(<App {...{ styles, queries, device }}>{page}</App>)
      const missing = missingIn(queries)
      if (missing.length === 0)
        return {
          ...withRulesFor(html, rulesIn(styles)),
          start: { device, answers: answersIn(queries) },
        }
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (!(await areThere(missing))) return undefined
    }
    return undefined
  } finally {
    queries.clear()
  }
}

function StaticPage({ context }: { readonly context: StaticHandlerContext }) {
  const router = createStaticRouter(handler.dataRoutes, context)
  return <StaticRouterProvider router={router} context={context} hydrate={false} />
}

async function markupOf(page: ReactNode): Promise<string> {
  const faults: unknown[] = []
  const { prelude } = await prerenderToNodeStream(page, {
    // All of it in its place: nothing waits for a script.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (fault) => void faults.push(fault),
  })
  const html = await text(prelude)
  // React would leave what failed to the browser; half a page drawn is a fault to be seen.
  if (faults.length > 0) throw faults[0]
  return html
}

/** What was asked for while drawing, and is not there. */
function missingIn(queries: QueryClient) {
  return queries
    .getQueryCache()
    .getAll()
    .filter(({ state, options }) => state.data === undefined && !isHeldBack(options))
}

/** What cannot be had now is told by the browser, when it asks for itself. */
async function areThere(missing: readonly Query[]): Promise<boolean> {
  const asked = missing.map((query) => query.fetch({ ...query.options, retry: false }))
  const outcomes = await Promise.allSettled(asked)
  return outcomes.every(({ status }) => status === 'fulfilled')
}

/** `enabled` of a query lies with who watches it, and is kept with its options all the same. */
function isHeldBack(options: object): boolean {
  return 'enabled' in options && options.enabled === false
}

function answersIn(queries: QueryClient): DrawnPage['start']['answers'] {
  return queries
    .getQueryCache()
    .getAll()
    .flatMap(({ queryKey, state }) =>
      state.data === undefined ? [] : [[queryKey.map(String), state.data]],
    )
}

/** As the style cache of a browser finds and takes them over: the components' in one element, each global one for itself. */
function rulesIn({ key, inserted, registered }: EmotionCache): DrawnPage['styles'] {
  const all = Object.entries(inserted).filter((rule) => typeof rule[1] === 'string')
  const [own, global] = [all.filter(isOwn), all.filter((rule) => !isOwn(rule))]
  function isOwn([id]: readonly [string, unknown]) {
    return registered[`${key}-${id}`] !== undefined
  }
  return [
    ...global.map(([id, css]) => ({ name: `${key}-global ${id}`, css: String(css) })),
    {
      name: [key, ...own.map(([id]) => id)].join(' '),
      css: own.map(([, css]) => css).join(''),
    },
  ]
}
