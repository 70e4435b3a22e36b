import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { sectionName } from '#core/domain/fact-text.ts'
import type { Card } from '#core/protocol/documents/coaching-document.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CoachingAnswer } from '#core/protocol/rest/coaching-answer.ts'
import { addressOf } from '../addresses.ts'
import { LinkedParts } from '../facts/linked-parts.tsx'
import { signedGap } from '../numbers/signed-gap.ts'
import { CheckPlot } from './check-plot.tsx'
import { MarkedFrame } from './marked-frame.tsx'

type CoachingCardsProps = { readonly insight: CoachingAnswer }

/** The card for the next race run; race 1's with what became of it in race 2. */
export function CoachingCards({
  insight: { raceId, car, card, previousCard },
}: CoachingCardsProps) {
  const raceNumber = raceId.split('-r').at(-1) ?? ''
  return (
    <Stack spacing={4}>
      {card === null ? (
        previousCard === null ? (
          <Frame title="The card for the next race run">
            <Typography color="textSecondary">
              No card from Race {raceNumber}: it needs a section off the quick quarter in which a
              quarter of the own laps were better, and not all in one stretch.
            </Typography>
          </Frame>
        ) : null
      ) : (
        <Frame title="The card for the next race run" isFirst>
          <Aim card={card} />
          <Lines sentences={card.sentences} />
          <Checked card={card} car={car} here={raceId} />
        </Frame>
      )}
      {previousCard === null ? null : (
        <Frame title="Race 1’s card, checked in this race" isFirst>
          <Aim card={previousCard} />
          <Checked card={previousCard} car={car} here={raceId} />
        </Frame>
      )}
    </Stack>
  )
}

type FrameProps = {
  readonly title: string
  readonly isFirst?: boolean
  readonly children: ReactNode
}

function Frame({ title, isFirst = false, children }: FrameProps) {
  return (
    <MarkedFrame isFirst={isFirst}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {children}
    </MarkedFrame>
  )
}

/** From how much to how much off. */
function Aim({ card: { quantity, paceGapMs, aimGapMs } }: { readonly card: Card }) {
  return (
    <>
      <Typography variant="caption" component="p" color="textSecondary">
        {sectionName(quantity)}, off the quick quarter
      </Typography>
      <Typography variant="subtitle1" component="p" sx={{ mb: 1 }}>
        {signedGap(paceGapMs)} → {signedGap(aimGapMs)} s
      </Typography>
    </>
  )
}

function Lines({ sentences }: { readonly sentences: readonly Sentence[] }) {
  const placed = sentences.map((sentence, place) => ({ place, sentence }))
  return placed.map(({ place, sentence }) => (
    <Typography
      key={place}
      component="p"
      color={sentence.kind === 'note' ? 'textSecondary' : 'inherit'}
      sx={{ mt: 1 }}
    >
      <LinkedParts parts={sentence.parts} />
    </Typography>
  ))
}

const verdicts = {
  met: { words: '✓ Met', colour: 'gain.main' },
  'not-met': { words: '✕ Not met', colour: 'loss.main' },
  'cannot-tell': { words: '? Cannot tell', colour: 'caution.main' },
} as const

type CheckedProps = { readonly card: Card; readonly car: string; readonly here: string }

/** What became of a card in race 2. */
function Checked({ card, car, here }: CheckedProps) {
  const { check } = card
  if (check === null)
    return (
      <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 2 }}>
        It is checked when Race 2 has been driven.
      </Typography>
    )
  const { words, colour } = verdicts[check.verdict]
  const elsewhere = check.raceId === here ? card.raceId : check.raceId
  return (
    <Box sx={{ mt: 3, pt: 2, borderTop: 1, borderColor: 'divider' }}>
      <Typography component="p">
        <Box component="b" sx={{ color: colour }}>
          {words}
        </Box>{' '}
        <Typography variant="caption" component="span" color="textSecondary">
          {check.raceId === here ? 'in this race' : 'in Race 2'}
        </Typography>
      </Typography>
      <CheckPlot card={card} check={check} />
      <Lines sentences={check.sentences} />
      <Link
        component={RouterLink}
        to={addressOf.toggle(elsewhere, car, 'coaching')}
        sx={{ display: 'inline-flex', alignItems: 'center', minHeight: { xs: 48, md: 44 } }}
      >
        Coaching of {check.raceId === here ? 'Race 1' : 'Race 2'}
      </Link>
    </Box>
  )
}
