import Typography from '@mui/material/Typography'

export function CarView() {
  return <Typography variant="h1">Car</Typography>
}
