import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'

/** The place of sentences that did not pass the check: one line that says why, and more for who wants to know. */
export function WithheldMark({ reasons }: { readonly reasons: readonly string[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const unlike = [...new Set(reasons)]
  return (
    <Box sx={{ my: 2, px: 2.5, border: '1px dashed', borderColor: 'divider', borderRadius: '6px' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="caption" component="p" color="textSecondary" sx={{ flex: 1 }}>
          {withheldWords(reasons.length, unlike)}
        </Typography>
        <Button
          size="small"
          color="inherit"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
          sx={{
            minHeight: { xs: 48, md: 32 },
            minWidth: 44,
            fontSize: '0.75rem',
            textDecoration: 'underline',
          }}
        >
          Why
        </Button>
      </Box>
      <Box id={id} hidden={!isOpen} sx={{ pb: 2 }}>
        {(unlike.length > 1 ? unlike : []).map((reason) => (
          <Typography key={reason} variant="caption" component="p" color="textSecondary">
            {reason}
          </Typography>
        ))}
        <Typography variant="caption" component="p" color="textSecondary">
          Each sentence of the model is checked against the timing before it is shown.
        </Typography>
      </Box>
    </Box>
  )
}

/** "1 sentence withheld: it gave a number that is not in the data." */
function withheldWords(count: number, [reason = '', ...others]: readonly string[]): string {
  const what = count === 1 ? '1 sentence withheld' : `${count} sentences withheld`
  if (reason === '' || others.length > 0) return what
  return `${what}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
}
