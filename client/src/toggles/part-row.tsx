import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { factText, sectionName } from '#core/domain/fact-text.ts'
import { counted } from '#core/domain/wording.ts'
import { FactLink } from '../facts/fact-link.tsx'
import { LapChoices } from '../laps/lap-choices.tsx'
import { signedGap } from '../numbers/signed-gap.ts'
import { AskButton } from '../screen/ask-button.tsx'
import { isLit } from '../screen/lit.ts'
import { useSelection } from '../screen/selection.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { outOfSight } from '../shell/out-of-sight.ts'
import { carFact, figuresAt } from './car-fact.ts'
import { GapInterval } from './gap-interval.tsx'
import type { PartOfLap } from './parts-of-lap.ts'

type PartRowProps = {
  readonly raceId: string
  readonly car: string
  readonly part: PartOfLap
  readonly span: readonly [number, number]
}

export function PartRow({ raceId, car, part, span }: PartRowProps) {
  const { spot, shine } = useSpotlight()
  const own = { raceId, car, section: part.id }
  const { pace, worstOnLaps } = part
  return (
    <tr
      data-lit={isLit(own, spot) || undefined}
      data-half={part.isHalf || undefined}
      onPointerEnter={() => shine(own)}
      onPointerLeave={() => shine(undefined)}
    >
      <th scope="row">
        <PartName part={part} />
      </th>
      {pace === null ? (
        <td colSpan={5}>too few green laps for a pace</td>
      ) : (
        <PaceCells raceId={raceId} car={car} part={part} pace={pace} span={span} />
      )}
      <td>{worstOnLaps === undefined ? null : counted(worstOnLaps, 'lap')}</td>
      <td>
        <AskButton
          text={`Why am I off in ${sectionName(part.id)}?`}
          about={{ section: part.id }}
          name={sectionName(part.id)}
        />
      </td>
    </tr>
  )
}

type PaceCellsProps = PartRowProps & { readonly pace: NonNullable<PartOfLap['pace']> }

function PaceCells({ raceId, car, part, pace, span }: PaceCellsProps) {
  const fact = (field: string) => carFact(raceId, car, `${figuresAt(part.id)}.${field}`)
  const { gapMs, gapLowMs, gapHighMs, rank, of, repeatGainMs, targetLaps } = pace
  return (
    <>
      <td data-figure>
        {gapMs === null ? (
          'too few cars'
        ) : (
          <Box component="span" sx={{ color: gapMs > 0 ? 'loss.main' : 'gain.main' }}>
            <FactLink factId={fact('paceGapMs')} text={signedGap(gapMs)} />
          </Box>
        )}
      </td>
      <td>
        {gapMs === null ? null : (
          <GapInterval gapMs={gapMs} lowMs={gapLowMs} highMs={gapHighMs} span={span} />
        )}
        {gapLowMs === null || gapHighMs === null ? null : (
          <Box component="span" sx={{ typography: 'caption' }}>
            {signedGap(gapLowMs)} to {signedGap(gapHighMs)}
          </Box>
        )}
      </td>
      <td data-figure>
        {rank === null ? (
          '–'
        ) : (
          <>
            <FactLink factId={fact('paceRank')} text={factText('rank', rank)} /> of {of}
          </>
        )}
      </td>
      <td data-figure>
        {repeatGainMs === null ? (
          'one stretch only'
        ) : (
          <FactLink factId={fact('repeatGainMs')} text={factText('gap', repeatGainMs)} />
        )}
      </td>
      <td>
        <LapChoices raceId={raceId} car={car} laps={targetLaps} section={part.id} />
      </td>
    </>
  )
}

/** Under its section a half needs no number: "to mid loop". */
function partName(id: PartOfLap['id']): string {
  if (id.endsWith('a')) return 'to mid loop'
  return id.endsWith('b') ? 'to the end' : sectionName(id)
}

/** The name chooses the part, on the map and in the sections as well. */
function PartName({ part }: Pick<PartRowProps, 'part'>) {
  const [{ section }, change] = useSelection()
  const isChosen = section === part.id
  return (
    <ButtonBase
      aria-pressed={isChosen}
      onClick={() => change({ section: isChosen ? null : part.id })}
      sx={{
        display: 'block',
        textAlign: 'left',
        whiteSpace: 'nowrap',
        minHeight: { xs: 48, md: 44 },
        pl: part.isHalf ? 3 : 0,
        typography: 'body2',
        fontWeight: part.isHalf ? 'fontWeightRegular' : 'fontWeightMedium',
        color: isChosen ? 'primary.main' : 'inherit',
      }}
    >
      {part.isHalf ? (
        <Box component="span" sx={outOfSight}>
          {sectionName(part.id.slice(0, 2))},{' '}
        </Box>
      ) : null}
      {partName(part.id)}
      {part.cornerRange === null ? null : (
        <Box
          component="span"
          sx={{ display: 'block', typography: 'caption', color: 'text.secondary' }}
        >
          {part.cornerRange}
        </Box>
      )}
    </ButtonBase>
  )
}
