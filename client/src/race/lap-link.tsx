import Link from '@mui/material/Link'
import { Link as RouterLink } from 'react-router'
import { addressOf } from '../addresses.ts'
import { tappedNear } from '../screen/use-near-taps.ts'

type LapLinkProps = { readonly raceId: string; readonly car: string; readonly lap: number }

/** 'car 13, lap 8', which opens that lap. */
export function LapLink({ raceId, car, lap }: LapLinkProps) {
  return (
    <Link
      component={RouterLink}
      to={`${addressOf.car(raceId, car)}?lap=${lap}`}
      underline="always"
      {...tappedNear}
    >
      car {car}, lap {lap}
    </Link>
  )
}
