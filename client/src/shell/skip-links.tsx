import Link from '@mui/material/Link'

/** For the keyboard: past the top bar to the view, and past the view to the chat where it stands beside it. */
export function SkipLinks() {
  return (
    <>
      <Link href="#view" sx={look}>
        To the view
      </Link>
      <Link href="#coach" sx={{ ...look, display: { xs: 'none', lg: 'block' } }}>
        To the coach
      </Link>
    </>
  )
}

const look = {
  position: 'absolute',
  left: 8,
  top: -100,
  zIndex: 2000,
  p: 3,
  bgcolor: 'background.paper',
  '&:focus': { top: 8 },
} as const
