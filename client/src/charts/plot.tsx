import type { ReactNode } from 'react'

type PlotProps = { readonly name: string; readonly children: ReactNode }

/** A plot by its name; the library's own name for it stands on an element without a role. */
export function Plot({ name, children }: PlotProps) {
  return (
    <div role="group" aria-label={name}>
      {children}
    </div>
  )
}
