import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { type PageStart, pageStartId, readPageStart } from '#core/protocol/drawn-page.ts'
import { createQueryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import { routes } from './routes.tsx'
import { createStyles } from './theme/create-styles.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const start = readStart()
const queries = createQueryClient()
for (const [key, answer] of start?.answers ?? []) queries.setQueryData(key, answer)
/** The service allows only the styles that carry the nonce of its answer. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
const page = (
  <App styles={createStyles(nonce)} queries={queries} device={start?.device ?? 'desk'}>
    <RouterProvider router={createBrowserRouter(routes)} />
  </App>
)

if (start === undefined || hasMovedOn()) createRoot(root).render(page)
// In pieces, between which the page answers.
else startTransition(() => void hydrateRoot(root, page))

/** What the service drew the page from; undefined where it is drawn here. */
function readStart(): PageStart | undefined {
  const text = document.getElementById(pageStartId)?.textContent
  return text === undefined ? undefined : readPageStart(text)
}

/** Somebody went back before the scripts were there: the service drew another address than is to be shown. */
function hasMovedOn(): boolean {
  const [drawn] = performance.getEntriesByType('navigation')
  const pathOf = (address: string) => address.split('#')[0]
  return drawn !== undefined && pathOf(drawn.name) !== pathOf(location.href)
}
