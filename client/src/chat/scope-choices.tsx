import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { RaceId } from '#core/domain/ids.ts'
import { sectionName } from '#core/domain/fact-text.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Scope, ScopeChange } from '#core/protocol/chat/scope.ts'
import { carsQuery } from '../api/race-queries.ts'
import { racesQuery, tracksQuery } from '../api/season-queries.ts'
import { Choices } from './choices.tsx'
import { IntentChoices } from './intent-choices.tsx'
import { LapChoices } from './lap-choices.tsx'
import { useRaceNames } from './race-names.ts'
import type { ScopePart } from './scope-words.ts'

type ScopeChoicesProps = {
  readonly about: ScopePart['about']
  readonly scope: Scope
  readonly onChoose: (change: ScopeChange) => void
}

/** What else a part of an understood question may be. */
export function ScopeChoices({ about, scope, onChoose }: ScopeChoicesProps) {
  switch (about) {
    case 'intent':
      return <IntentChoices scope={scope} onChoose={onChoose} />
    case 'car':
      return <CarChoices scope={scope} onChoose={onChoose} />
    case 'race':
      return <RaceChoices scope={scope} onChoose={onChoose} />
    case 'track':
      return <TrackChoices scope={scope} onChoose={onChoose} />
    case 'section':
      return (
        <Choices
          choices={sectionIds.map((section) => ({
            label: sectionName(section),
            isChosen: section === scope.section,
            change: { section },
          }))}
          onChoose={onChoose}
        />
      )
    case 'laps':
      return <LapChoices scope={scope} onChoose={onChoose} />
  }
}

type PartChoicesProps = Omit<ScopeChoicesProps, 'about'>

/** Of two cars that are compared, the other one is chosen. */
function CarChoices({ scope, onChoose }: PartChoicesProps) {
  const { data: races = [] } = useQuery(racesQuery())
  const raceId = scope.raceId ?? races.find(({ trackId }) => trackId === scope.trackId)?.raceId
  const { data: cars } = useQuery({ ...carsQuery(raceId ?? ''), enabled: raceId !== undefined })
  if (cars === undefined) return <Loading />
  const [own, other] = scope.cars ?? []
  const isPair = own !== undefined && other !== undefined
  const choices = cars.map(({ car }) => ({
    label: `Car ${car}`,
    isChosen: car === (isPair ? other : (own ?? scope.car)),
    change: isPair ? { cars: [own, car] } : { car },
  }))
  return (
    <Choices
      choices={isPair ? choices.filter(({ label }) => label !== `Car ${own}`) : choices}
      onChoose={onChoose}
    />
  )
}

function RaceChoices({ scope, onChoose }: PartChoicesProps) {
  const { data: races } = useQuery(racesQuery())
  const nameOf = useRaceNames(true)
  if (races === undefined) return <Loading />
  const choices = races.map((race) => ({
    label: nameOf(race.raceId) ?? race.raceId,
    isChosen: race.raceId === scope.raceId,
    change: { raceId: RaceId.parse(race.raceId), trackId: race.trackId },
  }))
  return <Choices choices={choices} onChoose={onChoose} />
}

function TrackChoices({ scope, onChoose }: PartChoicesProps) {
  const { data: tracks } = useQuery(tracksQuery())
  if (tracks === undefined) return <Loading />
  const choices = tracks.map(({ trackId, shortName }) => ({
    label: shortName,
    isChosen: trackId === scope.trackId,
    change: { trackId },
  }))
  return <Choices choices={choices} onChoose={onChoose} />
}

function Loading() {
  return (
    <Typography variant="body2" color="textSecondary" sx={{ px: 4, py: 2 }}>
      Loading …
    </Typography>
  )
}
