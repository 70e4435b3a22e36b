import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'

/** What is not like for like, before any figure; nothing where nothing is known to differ. */
export function NotAlike({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <Alert severity="warning" variant="outlined" icon={false} sx={{ color: 'text.primary' }}>
      <Typography variant="h2" component="h2">
        Not like for like
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 4 }}>
        {notes.map((note) => (
          <Typography key={note} variant="body2" component="li">
            {note}
          </Typography>
        ))}
      </Box>
    </Alert>
  )
}
