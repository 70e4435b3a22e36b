import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useId, useState } from 'react'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { ledgerQuery } from '../api/car-queries.ts'
import { useAsking } from '../screen/asking.tsx'
import { isLit } from '../screen/lit.ts'
import { useScreenContext } from '../screen/screen-context.ts'
import { useSelection } from '../screen/selection.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { Card } from '../shell/card.tsx'
import { Problem } from '../shell/problem.tsx'
import { LapLegend } from './lap-legend.tsx'
import { LapReadout } from './lap-readout.tsx'
import { middleOfLaps } from './lap-scale.ts'
import { LapStrip } from './lap-strip.tsx'
import { placeAfterKey } from './strip-keys.ts'

const LapLedger = lazy(async () => ({ default: (await import('./lap-ledger.tsx')).LapLedger }))

type LapsCardProps = { readonly raceId: string; readonly car: string }

/** Every lap of a car: as a strip, and on demand as a table. */
export function LapsCard({ raceId, car }: LapsCardProps) {
  const ledger = useQuery(ledgerQuery(raceId, car))
  const laps = ledger.data
  const hasFieldBest = laps?.some((lap) => lap.isFieldBest) ?? false
  return (
    <Card title="Laps" aside={<LapLegend hasFieldBest={hasFieldBest} />}>
      {ledger.error !== null ? (
        <Problem error={ledger.error} onRetry={() => void ledger.refetch()} />
      ) : laps === undefined ? (
        <Skeleton variant="rounded" height={320} />
      ) : laps.length === 0 ? (
        <p>The timing file holds no lap of this car.</p>
      ) : (
        <Laps raceId={raceId} car={car} laps={laps} />
      )}
    </Card>
  )
}

function Laps({ raceId, car, laps }: LapsCardProps & { readonly laps: readonly LedgerLap[] }) {
  const ledgerId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [{ lap: chosen }, change] = useSelection()
  const { spot, shine } = useSpotlight()
  const { propose } = useAsking()
  const context = useScreenContext()
  const choose = useCallback((lap: number | null) => change({ lap }), [change])
  const point = useCallback(
    (lap: number | undefined) => shine(lap === undefined ? undefined : { raceId, car, lap }),
    [shine, raceId, car],
  )
  const litLap = laps.find(({ lap }) => isLit({ raceId, car, lap }, spot))
  const shown = litLap ?? laps.find(({ lap }) => lap === chosen)
  const ask = ({ lap }: LedgerLap) =>
    propose({ text: `What happened on lap ${lap}?`, context: { ...context, lap } })
  const step = (by: 1 | -1) => {
    const at = laps.findIndex(({ lap }) => lap === chosen)
    const next = placeAfterKey(by === 1 ? 'ArrowRight' : 'ArrowLeft', at, laps.length)
    choose(laps[next ?? 0]?.lap ?? null)
  }
  const table = { laps, chosen, litLap: litLap?.lap, onChoose: choose, onPoint: point }
  return (
    <>
      <LapStrip
        laps={laps}
        chosen={chosen}
        isLit={(lap) => lap === litLap?.lap}
        onChoose={choose}
        onPoint={point}
      />
      <LapReadout
        lap={shown}
        chosen={chosen}
        middle={middleOfLaps(laps)}
        onStep={step}
        onClear={() => choose(null)}
        onAsk={ask}
      >
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={ledgerId}
          onClick={() => setIsOpen(!isOpen)}
          sx={{ minHeight: { xs: 48, md: 44 } }}
        >
          {isOpen ? 'Hide the table' : 'All laps as a table'}
        </Button>
      </LapReadout>
      <div id={ledgerId}>
        {isOpen ? (
          <Suspense fallback={<Skeleton variant="rounded" height={320} />}>
            <LapLedger {...table} />
          </Suspense>
        ) : null}
      </div>
    </>
  )
}
