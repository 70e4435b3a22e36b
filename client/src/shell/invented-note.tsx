import Typography from '@mui/material/Typography'

/** Stands on every view of a demo season. */
export function InventedNote() {
  return (
    <Typography
      variant="body2"
      role="note"
      sx={{
        border: 1,
        borderColor: 'caution.main',
        borderRadius: '6px',
        color: 'caution.main',
        px: 3,
        py: 1,
        alignSelf: 'flex-start',
      }}
    >
      Invented season: nobody drove these laps.
    </Typography>
  )
}
