import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { factText, sectionName } from '#core/domain/fact-text.ts'
import { lapsNamed } from '#core/domain/wording.ts'
import type { CarSection, CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import { signedGap } from '../numbers/signed-gap.ts'

/** How many a driver can keep in mind. */
const most = 3

/** The sections to gain in, the biggest first: how far off, what the car itself has shown, whom to watch. */
export function Opportunities({ sections }: { readonly sections: CarSectionsAnswer }) {
  const ranked = sections.sections
    .filter(({ opportunityRank }) => opportunityRank !== null)
    .toSorted((a, b) => (a.opportunityRank ?? 0) - (b.opportunityRank ?? 0))
    .slice(0, most)
  return (
    <Box>
      <Typography variant="h2">Opportunities</Typography>
      {ranked.length === 0 ? (
        <Typography variant="body2">
          {sections.hasEnoughLaps
            ? 'No section is slower than the quick quarter of the field.'
            : 'Too few green laps to say where.'}
        </Typography>
      ) : (
        <Box component="ol" sx={{ pl: 4, m: 0 }}>
          {ranked.map((section) => (
            <Opportunity key={section.section} section={section} />
          ))}
        </Box>
      )}
    </Box>
  )
}

function Opportunity({ section }: { readonly section: CarSection }) {
  const { pace, watch, cornerRange } = section
  return (
    <Typography component="li" variant="body2" sx={{ py: 1 }}>
      <strong>
        {sectionName(section.section)}
        {cornerRange === null ? '' : ` (${cornerRange})`}
      </strong>
      {pace === null ? null : (
        <>
          {pace.gapMs === null ? '' : `: ${signedGap(pace.gapMs)} s`}
          {pace.rank === null ? '' : `, ${factText('rank', pace.rank)} of ${pace.of ?? ''}`}
          {pace.repeatGainMs === null || pace.targetLaps.length === 0
            ? '. '
            : `. Quick yourself on ${lapsNamed(pace.targetLaps)}: ${factText('gap', pace.repeatGainMs)} or more. `}
        </>
      )}
      {watch === null ? null : `Watch car ${watch.car}, lap ${watch.lap}.`}
    </Typography>
  )
}
