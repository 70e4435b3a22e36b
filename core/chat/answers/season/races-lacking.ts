import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { raceNamed } from '../in-race.ts'
import { tellOf } from '../telling.ts'
import { everyRace, type Open } from './season.ts'

type Races = readonly CoachedRace[]
type Lacking = {
  readonly races: Races
  readonly sentence: Sentence
  readonly asked: readonly Fact[]
}

/** Which races of the season lack weather, a sensor, trap speeds or section times. */
export const racesLacking: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { text } = ask.part
    const races = await everyRace(telling)
    const wanted = kinds.filter(({ words }) => words.test(text))
    const found = (wanted.length > 0 ? wanted : kinds).map(({ of }) => of(races, telling))
    const [first] = found
    const isOfAll = /\b(?:every|each|all|complete)\b/i.test(text)
    const lacks = (first?.races.length ?? 0) > 0
    return {
      verdict: wanted.length === 0 ? undefined : isOfAll ? !lacks : lacks,
      sentences: [
        ...found.map(({ sentence }) => sentence),
        note`The files show what is missing, not why.`,
      ],
      asked: found.flatMap(({ asked }) => asked),
      suggestions: ['Which race was the closest?', 'What is missing in the data?'],
    }
  })

const kinds: readonly {
  readonly words: RegExp
  readonly of: (races: Races, telling: Open) => Lacking
}[] = [
  { words: /weather|temp|wind|humid|rain|sensor/i, of: withoutWeather },
  { words: /provisional|official|final/i, of: provisional },
  { words: /speed|trap|kph|km\/?h|mph/i, of: withoutTrapSpeed },
  { words: /sub-?section|\bhal(?:f|ves)\b/i, of: withoutHalves },
  { words: /(?<!sub-?)sect(?:ion|or)|loop|split/i, of: withoutSections },
]

const named = (races: Races): Piece => listed(races.map(raceNamed))

function withoutWeather(races: Races, { keep }: Open): Lacking {
  const without = races.filter(({ weather }) => weather.file === null)
  const withFile = races.filter(({ weather }) => weather.file !== null)
  const blind = withFile.filter(
    ({ weather }) => weather.variables.trackTempC?.verdict === 'not-measured',
  )
  const numbers = withFile.map(({ ofRace }) => ofRace('raceNumber'))
  const count = keep(computedFact('count', numbers, 'count', 'Races with a weather file'))
  const track: Piece =
    blind.length === 0 ? '' : ['; no track temperature was measured in ', named(blind)]
  return {
    races: without,
    asked: [count],
    sentence:
      without.length === 0
        ? fact`Every race has a weather file: ${exact(count)} of them${track}.`
        : fact`${without.length === 1 ? 'One race has' : 'These have'} no weather file: ${named(without)}; ${countCited(count, 'race')} ${count.value === 1 ? 'has' : 'have'} one${track}.`,
  }
}

function provisional(races: Races): Lacking {
  const found = races.filter(({ race }) => race.classification !== 'official')
  return {
    races: found,
    asked: [],
    sentence:
      found.length === 0
        ? fact`Every race has official results.`
        : fact`Without official results, provisional at best: ${named(found)}.`,
  }
}

function withoutTrapSpeed(races: Races): Lacking {
  const without = noted(races, 'no-trap-speed').filter(
    ({ race, count }) => count.value === race.race.laps,
  )
  return {
    races: without.map(({ race }) => race),
    asked: without.map(({ count }) => count),
    sentence:
      without.length === 0
        ? fact`Every race has speeds at the trap.`
        : fact`No speed at the trap was measured in ${named(without.map(({ race }) => race))}.`,
  }
}

function withoutHalves(races: Races): Lacking {
  const without = races.filter(({ race }) =>
    race.dataQuality.some(({ code }) => code === 'sub-sections-not-timed'),
  )
  return {
    races: without,
    asked: [],
    sentence:
      without.length === 0
        ? fact`Every race has times for the halves of the sections.`
        : fact`The halves of the sections are not timed in ${named(without)}.`,
  }
}

function withoutSections(races: Races, { keep }: Open): Lacking {
  const laps = races.flatMap((race) => {
    const counts = noted([race], 'sections-missing').map(({ count }) => count)
    const label = `${race.race.raceId}: laps that lack a section`
    return counts.length === 0
      ? []
      : [{ race, n: keep(computedFact('sum', counts, 'count', label)) }]
  })
  const told = laps.map(({ race, n }): Piece => [raceNamed(race), ' (', countCited(n, 'lap'), ')'])
  return {
    races: laps.map(({ race }) => race),
    asked: laps.map(({ n }) => n),
    sentence:
      laps.length === 0
        ? fact`Every lap of every race has its section times.`
        : fact`Section times are missing in ${listed(told)}.`,
  }
}

/** Notes of one kind with how many laps they are about. */
function noted(races: Races, kind: string) {
  return races.flatMap((race) =>
    race.race.dataQuality.flatMap(({ code, count }, index) =>
      code === kind && count !== null
        ? [{ race, count: race.ofRace(`dataQuality.${index}.count`) }]
        : [],
    ),
  )
}
