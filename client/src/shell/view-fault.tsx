import { useRouteError } from 'react-router'
import { Problem } from './problem.tsx'

/** A view that could not be drawn; what the service keeps is untouched. */
export function ViewFault() {
  return <Problem error={useRouteError()} onRetry={() => globalThis.location.reload()} isView />
}
