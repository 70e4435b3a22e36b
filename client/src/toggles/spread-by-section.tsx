import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { factText, sectionName } from '#core/domain/fact-text.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { counted } from '#core/domain/wording.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { FactLink } from '../facts/fact-link.tsx'
import { isLit } from '../screen/lit.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { carFact } from './car-fact.ts'

/** Which section makes the lap time vary, and which was furthest off most often. */
export function SpreadBySection({ patterns }: { readonly patterns: PatternsAnswer }) {
  const { raceId, car, shareOfSpread, worstOnLaps } = patterns
  const { spot, shine } = useSpotlight()
  const shares = sectionIds.flatMap((section) => {
    const share = shareOfSpread[section]
    return share === null ? [] : [{ section, share, worst: worstOnLaps[section] }]
  })
  return (
    <div>
      <Typography variant="h3">Which section makes the spread</Typography>
      {shares.length === 0 ? (
        <Typography color="textSecondary">
          It needs green laps on which all three sections were timed.
        </Typography>
      ) : (
        <Box component="table" sx={look}>
          <thead>
            <tr>
              <th scope="col">Section</th>
              <th scope="col">Share of the spread</th>
              <td aria-hidden>of the lap time</td>
              <th scope="col">Furthest off on</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ section, share, worst }) => (
              <tr
                key={section}
                data-lit={isLit({ raceId, car, section }, spot) || undefined}
                onPointerEnter={() => shine({ raceId, car, section })}
                onPointerLeave={() => shine(undefined)}
              >
                <th scope="row">{sectionName(section)}</th>
                <td>
                  <FactLink
                    factId={carFact(raceId, car, `sections.${section}.shareOfSpread`)}
                    text={factText('share', share)}
                  />
                </td>
                <td aria-hidden>
                  <Box
                    sx={{
                      width: `${Math.max(0, Math.min(1, share)) * 100}%`,
                      height: 8,
                      borderRadius: '4px',
                      bgcolor: 'text.secondary',
                    }}
                  />
                </td>
                <td>{worst === null ? '–' : counted(worst, 'lap')}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
      {shares.length === 0 ? null : (
        <Typography variant="caption" component="p" color="textSecondary">
          Each section is corrected for the track by itself, so that the shares need not add up to
          100.
        </Typography>
      )}
    </div>
  )
}

const look = {
  width: '100%',
  maxWidth: 640,
  mt: 1,
  borderCollapse: 'collapse',
  typography: 'body2',
  '& th, & td': { py: 1, pr: 3, textAlign: 'left', borderBottom: 1, borderColor: 'divider' },
  '& thead th, & thead td': { color: 'text.secondary', fontWeight: 'fontWeightRegular' },
  '& tbody th': { fontWeight: 'fontWeightMedium', whiteSpace: 'nowrap' },
  '& td:nth-of-type(2)': { width: '50%' },
  '& tr[data-lit]': { bgcolor: 'action.hover' },
} as const
