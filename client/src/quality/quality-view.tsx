import Typography from '@mui/material/Typography'

export function QualityView() {
  return <Typography variant="h1">Quality</Typography>
}
