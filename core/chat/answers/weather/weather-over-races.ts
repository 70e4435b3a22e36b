import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { variableName } from '#core/composer/weather-variable-sentence.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import { kindOf } from '#core/protocol/facts/weather-variables.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { raceNamed } from '../in-race.ts'
import { everyRace, type Open } from '../season/season.ts'
import { tellOf, type Written } from '../telling.ts'
import { asksYesNo } from '../yes-no.ts'
import { rangeOrder, variablesAsked } from './weather-asked.ts'

/** "The hottest of all", not "the hotter one". */
const ofSeason =
  /\b(?:season|year|any race|(?:every|each|all)\b.*\braces?|(?:hott|cold|cool|warm|windi|calm|wett|dri|high|low)est|most|least)\b/i
const racesNamed = 2

/** The weather of one race beside that of another: of the two of a weekend, of those named, or of the season. */
export const weatherOverRaces: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { text, scope } = ask.part
    const races = await everyRace(telling)
    const asked = new Set<string>(scope.raceIds)
    const named = races.filter(({ race }) => asked.has(race.raceId))
    const isOfSeason = named.length < 2 || ofSeason.test(text)
    const isOfTracks = new Set(named.map(({ race }) => race.trackId)).size > 1
    return isOfSeason || (isOfTracks && named.length > 2)
      ? overSeason(isOfTracks ? named : races, telling, text)
      : beside(ordered(named, scope.raceId, text), telling, text)
  })

/** The race that the question is about before those that it is compared with. */
function ordered(races: readonly CoachedRace[], first: string | undefined, text: string) {
  // "Was it hotter than on Saturday?" is of the other one.
  const [before, than] = text.split(/\bthan\b/i)
  if (than !== undefined && namesRace.test(than) && !namesRace.test(before ?? ''))
    return races.toSorted(
      (a, b) => Number(a.race.raceId === first) - Number(b.race.raceId === first),
    )
  return races.toSorted((a, b) => Number(b.race.raceId === first) - Number(a.race.raceId === first))
}

const namesRace =
  /\b(?:race (?:1|2|one|two)|r[12]|saturday|sunday|sat|sun|yesterday|(?:first|second) (?:race|one|day))\b/i

const isMeasured = ({ weather }: CoachedRace, name: WeatherVariable) => {
  const variable = weather.variables[name]
  return (
    weather.file !== null &&
    variable !== undefined &&
    variable.verdict !== 'not-measured' &&
    variable.mean !== null
  )
}

function wantedIn(text: string, usual: number): readonly WeatherVariable[] {
  const named = variablesAsked(text).filter((name) => name !== 'windU' && name !== 'windV')
  return named.length > 0
    ? rangeOrder.filter((name) => named.includes(name))
    : rangeOrder.slice(0, usual)
}

const wantsLess = (text: string) =>
  /\b(?:cool|cold|chill|low|calm|least|less|min|dri(?:er|est))/i.test(text)

function beside(races: readonly CoachedRace[], { keep }: Open, text: string): Written {
  const [first, second] = races
  const without = races.filter(({ weather }) => weather.file === null)
  if (first === undefined || second === undefined || without.length > 0)
    return {
      outcome: 'not-in-data',
      sentences: [
        fact`There is no weather file for ${listed(without.map(raceNamed))}, so the weather of these races cannot be compared.`,
      ],
      suggestions: ['What was the weather like?', 'Which races have no weather?'],
    }
  const isOfRain = /\brain|\bwet|\bdri(?:er|est)\b(?! air)|\bdry\b/i.test(text)
  const wanted: readonly WeatherVariable[] = isOfRain ? ['humidityPct'] : wantedIn(text, 4)
  const shown = wanted.filter((name) => races.every((race) => isMeasured(race, name)))
  const told = shown.map((name) => {
    const means = [first, second].map(({ day }) => day(`variables.${name}.mean`))
    const isHigher = Number(means[0]?.value) > Number(means[1]?.value)
    const order = isHigher ? means : means.toReversed()
    const label = `${variableName(name)}: the higher mean less the lower, ${first.race.raceId} and ${second.race.raceId}`
    const gap = keep(computedFact('difference', order, kindOf(name), label))
    return { name, means, gap, isHigher }
  })
  const [most] = told
  const isLess = wantsLess(text)
  const isSo = most && Number(most.gap.value) > 0 && most.isHigher !== isLess
  // "Hotter in race 1 or race 2?": that which was.
  const isTurned = isSo === false && !asksYesNo(text)
  return {
    verdict: compares.test(text) && !isOfRain ? isSo : undefined,
    sentences: [
      isOfRain
        ? note`That is not known: the rain sensor reads nothing in wet races of this series too.`
        : undefined,
      ...told.map((one, index) => besideSentence(one, isTurned ? [second, first] : races, index)),
      ...wanted
        .filter((name) => !shown.includes(name))
        .slice(0, 1)
        .map((name) => note`${variableName(name)} was not measured in both races.`),
      races.length > 2 ? note`Two races are compared at a time.` : undefined,
    ],
    asked: told.flatMap(({ means, gap }) => [...means, gap]),
    suggestions: ['Did the weather matter?', 'Which races have no weather?'],
  }
}

const compares = /\b(?:hott|cool|cold|warm|windi|dri|wett|calm|high|low)er\b|\bmore\b|\bless\b/i

/** "Air temperature was 5.6 °C lower in Race 2 than in Race 1: 24.5 °C against 30.2 °C on average." */
function besideSentence(
  { name, gap }: { readonly name: WeatherVariable; readonly gap: Fact },
  [first, second]: readonly CoachedRace[],
  index: number,
) {
  if (first === undefined || second === undefined) return undefined
  const [own, other] = [first, second].map(({ day }) => day(`variables.${name}.mean`))
  if (own === undefined || other === undefined) return undefined
  const isLevel = Number(gap.value) < 0.05
  const way = Number(own.value) > Number(other.value) ? ' higher' : ' lower'
  const against: Piece = [exact(own), ' against ', exact(other)]
  if (index > 0)
    return fact`${variableName(name)}: ${against}${isLevel ? '' : [', ', exact(gap), way]}.`
  return isLevel
    ? fact`${variableName(name)} was the same on average in ${raceNamed(first)} and ${raceNamed(second)}: ${exact(own)}.`
    : fact`${variableName(name)} was ${exact(gap)}${way} in ${raceNamed(first)} than in ${raceNamed(second)}: ${against} on average.`
}

function overSeason(races: readonly CoachedRace[], { keep, ask }: Open, text: string): Written {
  const first = ask.part.scope.trackId
  const isLeast = wantsLess(text)
  const which = isLeast ? 'lowest' : 'highest'
  const isOfReading = /\b(?:temp\w*|readings?|gusts?|humidity|wind speed|degrees|value)\b/i.test(
    text,
  )
  const found = wantedIn(text, 2).flatMap((name) => {
    const measured = races.filter((race) => isMeasured(race, name))
    const value = (race: CoachedRace, field: 'mean' | 'min' | 'max') =>
      race.weather.variables[name]?.[field] ?? 0
    const by = (field: 'mean' | 'min' | 'max') =>
      measured.toSorted((a, b) => (isLeast ? 1 : -1) * (value(a, field) - value(b, field)))
    const means = by('mean').slice(0, racesNamed)
    const [extreme] = by(isLeast ? 'min' : 'max')
    if (extreme === undefined) return []
    const at = (race: CoachedRace, field: string) => keep(race.day(`variables.${name}.${field}`))
    const told = means.map((race): Piece => [raceNamed(race), ' ', exact(at(race, 'mean'))])
    const end = at(extreme, isLeast ? 'min' : 'max')
    return [
      {
        trackId: means[0]?.race.trackId,
        asked: [...means.map((race) => at(race, 'mean')), end],
        sentence: isOfReading
          ? fact`The ${which} ${variableName(name).toLowerCase()} was ${exact(end)} in ${raceNamed(extreme)}; on average it was ${which} in ${listed(told)}.`
          : fact`${variableName(name)} was ${which} on average in ${listed(told)}; the ${which} single reading is ${exact(end)} in ${raceNamed(extreme)}.`,
      },
    ]
  })
  const without = races.filter(({ weather }) => weather.file === null)
  const [top] = found
  return {
    verdict: top && compares.test(text) ? top.trackId === first : undefined,
    sentences: [
      ...found.map(({ sentence }) => sentence),
      /rain|wet|\bdry|drie/i.test(text)
        ? note`The rain sensor reads nothing in wet races of this series too, so it does not say where it rained.`
        : undefined,
      without.length === 0 ? undefined : fact`No weather file: ${listed(without.map(raceNamed))}.`,
    ],
    asked: found.flatMap(({ asked }) => asked),
    suggestions: ['Which races have no weather?', 'Which race was the closest?'],
  }
}
