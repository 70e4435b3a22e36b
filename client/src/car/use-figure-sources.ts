import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { carSectionsQuery, lapQuery, ledgerQuery } from '../api/car-queries.ts'
import { raceCompositeQuery } from '../api/race-queries.ts'
import type { Reference } from '../screen/selection.ts'
import type { FigureSources } from './part-figures.ts'
import { isTimedThroughout, subSectionBests } from './sub-section-bests.ts'

export type Wanted = {
  readonly raceId: string
  readonly car: string
  readonly against: Reference
  readonly needsComposite: boolean
}

/** What the figures of a car's laps are made from; the composite and another car only where they are shown. */
export function useFigureSources({ raceId, car, against, needsComposite }: Wanted) {
  const sections = useQuery(carSectionsQuery(raceId, car))
  const ledger = useQuery(ledgerQuery(raceId, car))
  const composite = useQuery({ ...raceCompositeQuery(raceId), enabled: needsComposite })
  const wholeLap = ledger.data?.find(isTimedThroughout)
  const bests = useQuery({
    ...lapQuery(raceId, car, wholeLap?.lap ?? 0),
    enabled: needsComposite && wholeLap !== undefined,
  })
  const otherCar = against.startsWith('car-') ? against.slice('car-'.length) : undefined
  const other = useQuery({
    // A key of its own, so that not asking holds back nobody else who asks for the same.
    ...carSectionsQuery(raceId, otherCar ?? 'none'),
    enabled: otherCar !== undefined,
  })
  const otherData = otherCar === undefined ? undefined : other.data
  const sources = useMemo((): FigureSources | undefined => {
    if (sections.data === undefined || ledger.data === undefined) return undefined
    const { carClass } = sections.data
    return {
      sections: sections.data,
      ledger: ledger.data,
      composite: composite.data?.classes.find((one) => one.carClass === carClass),
      subSectionBests: bests.data && subSectionBests(bests.data),
      other: otherData,
    }
  }, [sections.data, ledger.data, composite.data, bests.data, otherData])
  return { sources, queries: [sections, ledger], extras: [composite, bests, other] }
}
