import Typography from '@mui/material/Typography'

export function TrackView() {
  return <Typography variant="h1">Track</Typography>
}
