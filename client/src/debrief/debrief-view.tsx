import Typography from '@mui/material/Typography'

export function DebriefView() {
  return <Typography variant="h1">Debrief</Typography>
}
