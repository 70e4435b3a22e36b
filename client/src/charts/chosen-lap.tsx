import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { AskButton } from '../screen/ask-button.tsx'
import { useSelection } from '../screen/selection.ts'

type ChosenLapProps = {
  /** What the plot shows of a lap; undefined where it shows nothing. */
  readonly tell: (lap: number) => string | undefined
}

/** Under a plot: the lap that was clicked in it, and what can be asked about it. Its room is kept. */
export function ChosenLap({ tell }: ChosenLapProps) {
  const [{ lap }] = useSelection()
  const told = lap === undefined ? undefined : tell(lap)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: { xs: 48, md: 36 } }}>
      {lap === undefined || told === undefined ? (
        <Typography variant="caption" color="textSecondary">
          A click on a lap chooses it.
        </Typography>
      ) : (
        <>
          <Typography variant="body2" sx={{ minWidth: 0 }}>
            Lap {lap}: {told}
          </Typography>
          <AskButton text={`What happened on lap ${lap}?`} about={{ lap }} />
        </>
      )}
    </Box>
  )
}
