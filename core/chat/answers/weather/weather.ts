import type { CoachedRace } from '#core/composer/coached-car.ts'
import { asOne, exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { variableName } from '#core/composer/weather-variable-sentence.ts'
import { weatherVariables } from '#core/domain/weather-series.ts'
import type { WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import { raceNamed } from '../in-race.ts'
import { answering, answeringFirst } from '../yes-no.ts'
import { aboutRace } from '../telling.ts'
import { noFile, rangeOrder, sentenceOf, variablesAsked } from './weather-asked.ts'

/** Whether the weather went with how the track moved (D19): the verdict, and what it rests on. */
export const weatherMatter = aboutRace((telling) => {
  const { ask, race } = telling
  const { weather } = race
  if (weather.file === null) return noFile(race)
  const asked = variablesAsked(ask.part.text).filter((name) => weather.variables[name])
  const withVerdict = (verdict: string) =>
    weatherVariables.filter((name) => weather.variables[name]?.verdict === verdict)
  const shown =
    asked.length > 0
      ? asked.slice(0, 3)
      : [...withVerdict('associated'), ...withVerdict('no-evidence')].slice(0, 2)
  const little = shown.length > 0 ? [] : withVerdict('range-too-small').slice(0, 2)
  return {
    sentences: [
      asked.length > 0
        ? undefined
        : answering(
            ask.part.text,
            withVerdict('associated').length > 0 ? undefined : 'unknown',
            verdict(race),
          ),
      ...answeringFirst(
        ask.part.text,
        asked.length > 0 ? ofVerdicts(race, shown) : undefined,
        shown.length > 0
          ? shown.map((name) => sentenceOf(race, name))
          : [little.map((name) => sentenceOf(race, name)).reduce(asOne, undefined)],
      ),
      ...trackMoved(race),
    ],
    asked: [...shown, ...little].map((name) => race.day(`variables.${name}.verdict`)),
    suggestions: ['What was the weather like?', 'Did the track get quicker or did I?'],
  }
})

/** "Did the wind slow us down?": by what its figures can tell. */
function ofVerdicts({ weather }: CoachedRace, names: readonly WeatherVariable[]) {
  const verdicts = new Set(names.map((name) => weather.variables[name]?.verdict))
  if (verdicts.has('associated')) return undefined
  return verdicts.has('no-evidence') ? 'no-sign' : 'unknown'
}

function verdict(race: CoachedRace) {
  const of = (wanted: string) =>
    weatherVariables.filter((name) => race.weather.variables[name]?.verdict === wanted)
  const associated = of('associated')
  if (associated.length > 0)
    return fact`${listed(associated.map(variableName))} went with how the track moved under everyone in ${raceNamed(race)}; that names no cause.`
  if (of('no-evidence').length === 0)
    return fact`In ${raceNamed(race)} the weather moved too little to say anything about lap times.`
  return fact`Nothing that was measured of the weather goes with how the track moved under everyone in ${raceNamed(race)}.`
}

function trackMoved({ weather, day }: CoachedRace) {
  const [key, field] = Object.entries(weather.field)[0] ?? []
  if (key === undefined || (field?.trackChange ?? null) === null) return []
  const at = (name: string) => day(`field.${key}.trackChange.${name}`)
  return [
    fact`The field's lap times moved by ${short(at('rangeMs'))} between ${exact(at('slowestLap'))} and ${exact(at('quickestLap'))}, for everyone at once.`,
  ]
}

/** What was measured, from lowest to highest, and whether that is enough to say anything. */
export const weatherRange = aboutRace((telling) => {
  const { ask, race } = telling
  const { weather } = race
  if (weather.file === null) return noFile(race)
  const isRain = /\brain|\bwet\b|\bdry\b/i.test(ask.part.text)
  const named = variablesAsked(ask.part.text).filter((name) => name !== 'windU' && name !== 'windV')
  const wanted =
    named.length > 0 ? rangeOrder.filter((name) => named.includes(name)) : rangeOrder.slice(0, 4)
  const measured = wanted.filter((name) => {
    const variable = weather.variables[name]
    return variable !== undefined && variable.verdict !== 'not-measured' && variable.min !== null
  })
  const dead = wanted.filter((name) => !measured.includes(name))
  const ranges = measured.map((name) => rangeTold(race, name, ask.part.text, named.length > 0))
  const isOfEnough = /\benough\b|\bconclu/i.test(ask.part.text)
  const isCourse = course.test(ask.part.text)
  return {
    verdict: isCourse
      ? movedAsAsked(race, measured[0], ask.part.text)
      : isOfEnough
        ? measured.some((name) => isTold(race, name))
        : undefined,
    sentences: [
      isRain ? rain(race) : undefined,
      ...(isCourse ? measured.slice(0, 2).map((name) => fromStartToEnd(race, name)) : []),
      ranges.length === 0 || isRain || isOfEnough
        ? undefined
        : fact`In ${raceNamed(race)}: ${listed(ranges)}, over ${exact(race.day('samples'))} samples.`,
      ...(isOfEnough ? [] : dead)
        .slice(0, 2)
        .map((name) => sentenceOf(race, name) ?? note`${variableName(name)} was not measured.`),
      ...(/\brange|enough|change/i.test(ask.part.text)
        ? measured.slice(0, 2).map((name) => sentenceOf(race, name))
        : isRain
          ? trackMoved(race)
          : named.length > 0
            ? []
            : [verdict(race)]),
    ],
    asked: isRain
      ? [race.day('rain.samples')]
      : measured.flatMap((name) => [
          race.day(`variables.${name}.min`),
          race.day(`variables.${name}.max`),
        ]),
    suggestions: ['Did the weather matter?', 'What was the weather on my best lap?'],
  }
})

/** "Wind speed 12.8 km/h on average, 5.0 km/h to 23.0 km/h"; the end that was asked for first. */
function rangeTold({ day }: CoachedRace, name: WeatherVariable, text: string, isNamed: boolean) {
  const at = (field: string) => exact(day(`variables.${name}.${field}`))
  const called: Piece = [variableName(name).toLowerCase(), ' ']
  const mean: Piece = [at('mean'), ' on average']
  if (
    /\b(?:max\w*|peak\w*|highest|hottest|up to|top|strongest|did (?:it|the \w+) get)\b/i.test(text)
  )
    return [called, 'up to ', at('max'), ', ', mean]
  if (/\b(?:min\w*|lowest|coldest|coolest)\b/i.test(text))
    return [called, 'down to ', at('min'), ', ', mean]
  return [called, isNamed ? [mean, ', '] : '', at('min'), ' to ', at('max')]
}

const course =
  /\b(?:start|begin\w*|end|finish|over the race|went on|goes on|as (?:it|the race)|develop\w*|heat(?:ed)? up|warm(?:ed)? up|cool(?:ed)? (?:down|off)|pick(?:ed)? up|die[d]? down|g[eo]t \w+er|drop\w*|rise|rose)\b/i

/** Whether the variable moved enough to say anything of it. */
function isTold({ weather }: CoachedRace, name: WeatherVariable): boolean {
  const verdict = weather.variables[name]?.verdict
  return verdict === 'associated' || verdict === 'no-evidence'
}

/** "Did it get hotter as the race went on?": by the first sample and the last. */
function movedAsAsked({ weather }: CoachedRace, name: WeatherVariable | undefined, text: string) {
  if (name === undefined || name === 'windU' || name === 'windV') return undefined
  const values = weather.series.flatMap((sample) => sample[name] ?? [])
  const [first, last] = [values[0], values.at(-1)]
  const words =
    /\b(?:hott|warm|windi|high|more|heat|ris|rose|up)|\b(?<less>cool|cold|low|calm|less|drop|down|die)/i.exec(
      text,
    )
  if (first === undefined || last === undefined || words === null || first === last)
    return undefined
  return last > first === (words.groups?.['less'] === undefined)
}

/** From the first sample of the race to its last. */
function fromStartToEnd({ weather, day }: CoachedRace, name: WeatherVariable) {
  const indexes = weather.series.flatMap((sample, index) =>
    name !== 'windU' && name !== 'windV' && (sample[name] ?? null) !== null ? [index] : [],
  )
  const [first, last] = [indexes[0], indexes.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return fact`${variableName(name)} went from ${exact(day(`series.${first}.${name}`))} at the first sample to ${exact(day(`series.${last}.${name}`))} at the last.`
}

function rain({ weather, day }: CoachedRace) {
  const { samples, maximum } = weather.rain
  if (samples === 0) return note`Rain was not measured.`
  if (maximum !== null && maximum > 0)
    return fact`The rain sensor read up to ${exact(day('rain.maximum'))} in ${exact(day('rain.samples'))} samples.`
  return note`That is not known: the rain sensor reads nothing in all ${exact(day('rain.samples'))} samples, but it reads nothing in wet races of this series too.`
}
