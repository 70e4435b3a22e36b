import { createContext, type ReactNode, use, useMemo, useState, useSyncExternalStore } from 'react'

export type Units = 'metric' | 'us'

const key = 'kaizenlap-units'

type UnitsChoice = { readonly units: Units; readonly setUnits: (units: Units) => void }
const UnitsContext = createContext<UnitsChoice>({ units: 'metric', setUnits: () => {} })

/** Temperatures, speeds and lengths as people read them; kept in this browser. */
export function UnitsProvider({ children }: { readonly children: ReactNode }) {
  // What the service draws knows nothing of this browser.
  const kept = useSyncExternalStore(neverChanges, readKept, unknown)
  const [chosen, setChosen] = useState<Units>()
  const units = chosen ?? kept
  const value = useMemo(
    () => ({
      units,
      setUnits: (wanted: Units) => {
        setChosen(wanted)
        keep(wanted)
      },
    }),
    [units],
  )
  return <UnitsContext value={value}>{children}</UnitsContext>
}

export function useUnits(): UnitsChoice {
  return use(UnitsContext)
}

const neverChanges = () => () => {}
const unknown = (): Units => 'metric'

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
