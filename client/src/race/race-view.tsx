import Typography from '@mui/material/Typography'

export function RaceView() {
  return <Typography variant="h1">Race</Typography>
}
