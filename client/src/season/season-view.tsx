import Typography from '@mui/material/Typography'

export function SeasonView() {
  return <Typography variant="h1">Season</Typography>
}
