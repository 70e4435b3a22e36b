import Link from '@mui/material/Link'

/** For the keyboard: past the top bar, to the view. */
export function SkipLink() {
  return (
    <Link
      href="#view"
      sx={{
        position: 'absolute',
        left: 8,
        top: -100,
        zIndex: 2000,
        p: 3,
        bgcolor: 'background.paper',
        '&:focus': { top: 8 },
      }}
    >
      To the view
    </Link>
  )
}
