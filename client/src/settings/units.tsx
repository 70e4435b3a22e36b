import { createContext, type ReactNode, use, useMemo, useState } from 'react'

export type Units = 'metric' | 'us'

const key = 'kaizenlap-units'

type UnitsChoice = { readonly units: Units; readonly setUnits: (units: Units) => void }
const UnitsContext = createContext<UnitsChoice>({ units: 'metric', setUnits: () => {} })

/** Temperatures, speeds and lengths as people read them; kept in this browser. */
export function UnitsProvider({ children }: { readonly children: ReactNode }) {
  const [units, setKept] = useState<Units>(readKept)
  const value = useMemo(
    () => ({
      units,
      setUnits: (chosen: Units) => {
        setKept(chosen)
        keep(chosen)
      },
    }),
    [units],
  )
  return <UnitsContext value={value}>{children}</UnitsContext>
}

export function useUnits(): UnitsChoice {
  return use(UnitsContext)
}

/** Storage may be forbidden: then the choice lasts as long as the page. */
function readKept(): Units {
  try {
    return localStorage.getItem(key) === 'us' ? 'us' : 'metric'
  } catch {
    return 'metric'
  }
}

function keep(units: Units): void {
  try {
    localStorage.setItem(key, units)
  } catch {
    // As in readKept.
  }
}
