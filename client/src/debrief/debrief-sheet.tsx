import Box from '@mui/material/Box'
import GlobalStyles from '@mui/material/GlobalStyles'
import Typography from '@mui/material/Typography'
import { formatDate } from '#core/domain/date-text.ts'
import { counted } from '#core/domain/wording.ts'
import type { CoachingAnswer } from '#core/protocol/rest/coaching-answer.ts'
import { HeadlineFigures } from '../car/headline-figures.tsx'
import { gapsOf, partFigures } from '../car/part-figures.ts'
import type { CarAnswers } from '../car/use-car-answers.ts'
import { LapStrip } from '../laps/lap-strip.tsx'
import { mapParts } from '../track-map/map-part.ts'
import { TrackMap } from '../track-map/track-map.tsx'
import { NextRaceRun } from './next-race-run.tsx'
import { Opportunities } from './opportunities.tsx'
import { wordsOf } from './words-of.ts'

type DebriefSheetProps = { readonly answers: CarAnswers; readonly coaching: CoachingAnswer }

/** A race of an hour fits; of a longer one the strip shows the beginning. */
const leastOnPaperPx = 16
/** How many sentences the paragraph has: the rest would not fit the page. */
const paragraphSentences = 5

/** Black on white whatever the screen's colours are, sized so that A4 and Letter both hold it. */
export function DebriefSheet({ answers, coaching }: DebriefSheetProps) {
  const { race, track, patterns, sources } = answers
  const parts = mapParts(track, race.layout)
  const gaps = gapsOf(partFigures(parts, sources, { lap: undefined, against: 'quick-quarter' }))
  const paragraph = [...coaching.observations].slice(0, paragraphSentences).map(wordsOf).join(' ')
  return (
    <Box
      component="article"
      data-scheme="light"
      aria-label="Debrief"
      sx={{
        colorScheme: 'light',
        width: '100%',
        maxWidth: '210mm',
        bgcolor: 'background.paper',
        color: 'text.primary',
        border: 1,
        borderColor: 'divider',
        p: { xs: 4, md: 8 },
        display: 'flex',
        flexDirection: 'column',
        gap: 3,
        '@media print': { border: 0, p: 0, maxWidth: 'none', gap: 2 },
      }}
    >
      <GlobalStyles
        styles={{
          '@page': { margin: '12mm' },
          '@media print': { main: { padding: '0 !important' } },
        }}
      />
      <SheetHead {...answers} />
      <HeadlineFigures patterns={patterns} classification={race.classification} />
      <Typography variant="body2">{paragraph}</Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
          '@media print': { gridTemplateColumns: '1fr 1fr' },
        }}
      >
        <Box>
          <Typography variant="h2">Where, off the quick quarter</Typography>
          <TrackMap
            track={track}
            parts={parts}
            gaps={gaps}
            against="the quick quarter"
            height={240}
          />
        </Box>
        <Opportunities sections={sources.sections} />
      </Box>
      <NextRaceRun coaching={coaching} />
      <Box>
        <Typography variant="h2">Laps</Typography>
        <LapStrip
          laps={sources.ledger}
          chosen={undefined}
          isLit={nothing}
          onChoose={ignored}
          onPoint={ignored}
          leastPx={leastOnPaperPx}
        />
      </Box>
      <Typography variant="caption" color="textSecondary">
        Gaps over green laps, corrected for what the track did to everyone. Every figure opens its
        line of the timing file in KaizenLap.
      </Typography>
    </Box>
  )
}

function SheetHead({ race, patterns }: CarAnswers) {
  return (
    <Box>
      <Typography variant="h1">
        Car {patterns.car} · {race.trackName}, Race {race.raceNumber}
      </Typography>
      <Typography color="textSecondary">
        {[
          race.date === null ? undefined : formatDate(race.date),
          `${counted(patterns.laps, 'lap')}, ${patterns.cleanLaps} green`,
          race.isInvented ? 'invented season: nobody drove these laps' : undefined,
        ]
          .filter((text) => text !== undefined)
          .join(' · ')}
      </Typography>
    </Box>
  )
}

/** On paper nothing is pointed at. */
function nothing(): boolean {
  return false
}
function ignored(): void {}
