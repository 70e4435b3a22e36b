import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'

/** Stands where a view will be while its code or figures are on the way. */
export function ViewSkeleton() {
  return (
    <Stack spacing={4} role="status" aria-label="Loading">
      <Skeleton variant="text" width={240} height={32} />
      <Skeleton variant="rounded" height={320} />
      <Skeleton variant="rounded" height={200} />
    </Stack>
  )
}
