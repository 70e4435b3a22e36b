import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useParams } from 'react-router'
import { useTitle } from '../shell/use-title.ts'
import { QueueList } from './queue-list.tsx'
import { ReadingPane } from './reading-pane.tsx'

/** List left, conversation middle, facts and judgement right; on a phone one after the other. */
export function QueueView() {
  const { answerId } = useParams()
  useTitle('Queue')
  const isReading = answerId !== undefined
  return (
    <Box
      sx={{
        display: 'grid',
        height: { md: 'calc(100dvh - 49px)' },
        gridTemplateColumns: { xs: '1fr', md: '340px 1fr' },
      }}
    >
      <Box
        sx={{
          display: { xs: isReading ? 'none' : 'block', md: 'block' },
          borderRight: { md: 1 },
          borderColor: { md: 'divider' },
          bgcolor: 'background.paper',
          overflowY: { md: 'auto' },
        }}
      >
        <QueueList chosen={answerId} />
      </Box>
      <Box
        sx={{
          display: { xs: isReading ? 'block' : 'none', md: 'block' },
          minHeight: 0,
          minWidth: 0,
        }}
      >
        {answerId === undefined ? (
          <NothingChosen />
        ) : (
          <ReadingPane key={answerId} answerId={answerId} />
        )}
      </Box>
    </Box>
  )
}

function NothingChosen() {
  return (
    <Box sx={{ p: 6, maxWidth: 560 }}>
      <Typography variant="h1" component="h2">
        Choose an answer, or take the next one
      </Typography>
      <Typography color="textSecondary" sx={{ mt: 2 }}>
        By keyboard: N takes the next one of the queue, J and K go down and up the list, 1 to 5
        judge, W marks selected words as wrong, else sentence by sentence, E writes a correction,
        Ctrl and Enter save, U undoes.
      </Typography>
    </Box>
  )
}
