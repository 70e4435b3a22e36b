import Typography from '@mui/material/Typography'

export function CompareView() {
  return <Typography variant="h1">Compare</Typography>
}
