import Typography from '@mui/material/Typography'
import { ServiceProblem } from '../api/service-problem.ts'
import { type Selection, useSelection } from '../screen/selection.ts'
import { type FigureSources, isCorrected } from './part-figures.ts'

type ComparisonNoticeProps = Pick<FigureSources, 'ledger' | 'sections'> & {
  readonly extraError: Error | null
}

/** What cannot be shown as the address asks for it, and what to do. */
export function ComparisonNotice({ extraError, ...of }: ComparisonNoticeProps) {
  const [selection] = useSelection()
  const notices = [
    ...noticesOf(of, selection),
    ...(extraError === null ? [] : [wordsFor(extraError)]),
  ]
  if (notices.length === 0) return null
  return (
    <Typography variant="body2" role="status" sx={{ color: 'caution.main' }}>
      {notices.join(' ')}
    </Typography>
  )
}

function noticesOf(
  { ledger, sections }: Pick<FigureSources, 'ledger' | 'sections'>,
  { lap, against }: Selection,
): readonly string[] {
  const found = ledger.find((each) => each.lap === lap)
  if (lap !== undefined && found === undefined)
    return [`Lap ${lap} is not in the timing of this car: the median of the green laps is shown.`]
  if (found === undefined && !sections.hasEnoughLaps)
    return [
      'Under six green laps: too few for a pace. Choose a lap, and the car’s own best or the best sections of all cars to compare it with.',
    ]
  if (found !== undefined && !found.isClean && isCorrected(against))
    return [
      `Lap ${found.lap} was not under green from start to finish: it can be compared with the car’s own best, or with the best sections of all cars.`,
    ]
  return []
}

function wordsFor(error: Error): string {
  const isUnknown = error instanceof ServiceProblem && error.status === 404
  const what = isUnknown
    ? 'The car to compare with is not in this race.'
    : 'The reference could not be loaded.'
  return `${what} Choose another one.`
}
