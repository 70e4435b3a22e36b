import type { CarNumber } from '#core/domain/ids.ts'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { Ask } from '../draft.ts'

/** The cars that a question may be about, to click: of its race, else of its track, else of the season. */
export async function carChoices(ask: Ask): Promise<readonly Suggestion[]> {
  const { text, scope } = ask.part
  const { trackId, raceId, lap, section } = scope
  const context = {
    ...(trackId !== undefined && { trackId }),
    ...(raceId !== undefined && { raceId }),
    ...(lap !== undefined && { lap }),
    ...(section !== undefined && { section }),
  }
  return (await carsOf(ask)).map((car) => ({
    label: `Car ${car}`,
    text,
    context: { ...context, car },
  }))
}

const pairsNamed = 4

/** Two cars at a time to set side by side: the asker's own with others, else neighbours. */
export async function pairChoices(ask: Ask): Promise<readonly Suggestion[]> {
  const { car, cars: [named = car] = [] } = ask.part.scope
  const cars = await carsOf(ask)
  const others = cars.filter((one) => one !== named).slice(0, pairsNamed)
  return others.flatMap((other, index) => {
    const first = named ?? cars[index - 1]
    const label = `Cars ${first} and ${other}`
    return first === undefined
      ? []
      : [{ label, text: `${ask.part.text}: cars ${first} and ${other}` }]
  })
}

/** The other cars of the race, each to be named beside what was asked. */
export async function partnerChoices(ask: Ask): Promise<readonly Suggestion[]> {
  const { text, scope } = ask.part
  const others = (await carsOf(ask)).filter((car) => car !== scope.car)
  return others.map((car) => ({
    label: `Car ${car}`,
    text: `${text.replace(/[?!.,; ]+$/, '')}: car ${car}`,
  }))
}

async function carsOf({ part, season }: Ask): Promise<readonly CarNumber[]> {
  const { raceId, trackId } = part.scope
  const races = (await season.races()).filter((race) =>
    raceId === undefined
      ? trackId === undefined || race.trackId === trackId
      : race.raceId === raceId,
  )
  return [...new Set(races.flatMap(({ cars }) => cars.map(({ car }) => car)))]
}
