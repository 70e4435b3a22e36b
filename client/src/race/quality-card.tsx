import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'
import { Card } from '../shell/card.tsx'
import { LapLink } from './lap-link.tsx'

type Note = RaceAnswer['dataQuality'][number]
type QualityCardProps = { readonly raceId: string; readonly notes: readonly Note[] }

/** What is missing or odd in the timing, and what that means for the figures. */
export function QualityCard({ notes, raceId }: QualityCardProps) {
  return (
    <Card title="Data" note="What is missing or odd, and what it means for the figures">
      {notes.length === 0 ? (
        <Typography variant="body2">Nothing is missing.</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {notes.map((note) => (
            <NoteLine key={note.code + note.text} note={note} raceId={raceId} />
          ))}
        </Box>
      )}
    </Card>
  )
}

function NoteLine({ note, raceId }: { readonly note: Note; readonly raceId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Box component="li" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Typography variant="body2">{note.text}</Typography>
      {note.laps.length === 0 ? null : (
        <Button
          size="small"
          sx={{ px: 0, minHeight: { xs: 48, md: 32 } }}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Hide the laps' : `Which laps (${note.laps.length})`}
        </Button>
      )}
      {isOpen ? (
        <Typography
          variant="caption"
          component="p"
          sx={{ maxHeight: 160, overflowY: 'auto' }}
          tabIndex={0}
        >
          {note.laps.map(({ car, lap }, index) => (
            <span key={`${car} ${lap}`}>
              {index === 0 ? '' : ' · '}
              <LapLink raceId={raceId} car={car} lap={lap} />
            </span>
          ))}
        </Typography>
      ) : null}
    </Box>
  )
}
