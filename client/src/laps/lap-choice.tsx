import Link from '@mui/material/Link'
import { Link as RouterLink, useLocation } from 'react-router'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import { isLit } from '../screen/lit.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { tappedNear } from '../screen/use-near-taps.ts'

type LapChoiceProps = {
  readonly raceId: string
  readonly car: string
  readonly lap: number
  /** Where the lap is worth looking at. */
  readonly section?: SectionId | SubSectionId
}

/** A lap's number that chooses the lap, and lights it. */
export function LapChoice({ raceId, car, lap, section }: LapChoiceProps) {
  const { search } = useLocation()
  const { spot, shine } = useSpotlight()
  const chosen = new URLSearchParams(search)
  chosen.set('lap', String(lap))
  if (section !== undefined) chosen.set('section', section)
  const own = { raceId, car, lap }
  const light = () => shine({ ...own, ...(section !== undefined && { section }) })
  const dim = () => shine(undefined)
  return (
    <Link
      component={RouterLink}
      to={{ search: chosen.toString() }}
      preventScrollReset
      {...tappedNear}
      aria-label={`lap ${lap}`}
      underline="always"
      onPointerEnter={light}
      onPointerLeave={dim}
      onFocus={light}
      onBlur={dim}
      sx={isLit(own, spot) ? { bgcolor: 'action.hover' } : {}}
    >
      {lap}
    </Link>
  )
}
