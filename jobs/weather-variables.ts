import type { CorrectedClass } from '#core/domain/corrected-figures.ts'
import { inLapSet, type LapSet } from '#core/domain/ledger.ts'
import type { WeatherByLap } from '#core/domain/weather-by-lap.ts'
import {
  type Correlation,
  type VariableFigures,
  type WeatherFigures,
  weatherFigures,
} from '#core/domain/weather-figures.ts'
import { weatherSeries, weatherVariables } from '#core/domain/weather-series.ts'
import {
  rangeNeeded,
  type VariableVerdict,
  verdictsOnWeather,
} from '#core/domain/weather-verdict.ts'
import { unwritten } from '#core/composer/say.ts'
import type { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import type { WeekendRace } from './weekend.ts'

type Variable = NonNullable<WeatherDocument['variables']['airTempC']>

/** Each variable's range, its figures as other systems give them (D9), and the verdict (D19). */
export function weatherVariableFigures(
  race: WeekendRace,
  main: CorrectedClass | undefined,
  byLap: WeatherByLap,
): {
  readonly clampedLaps: number | null
  readonly figures: WeatherDocument['variables']
} {
  const samples = race.timing.weather?.rows ?? []
  if (samples.length === 0) return { clampedLaps: null, figures: {} }
  const clean = figuresOver(race, 'clean')
  const green = figuresOver(race, 'green')
  const verdicts = verdictsOnWeather(main?.field.lap?.effect ?? new Map(), byLap)
  return {
    clampedLaps: clean.clamped,
    figures: Object.fromEntries(
      weatherVariables.map((name) => {
        const series = weatherSeries(samples, name, 'seconds')
        return [
          name,
          {
            samples: series.points.length,
            dropped: series.dropped,
            min: series.range?.min ?? null,
            max: series.range?.max ?? null,
            mean: series.range?.mean ?? null,
            isConstant: series.isConstant,
            clean: lapSetFigures(clean.variables[name]),
            green: lapSetFigures(green.variables[name]),
            rangeNeeded: name === 'pressureHpa' ? null : rangeNeeded[name],
            ...verdictOf(verdicts[name]),
            sentence: unwritten,
          },
        ]
      }),
    ),
  }
}

function figuresOver(race: WeekendRace, set: LapSet): WeatherFigures {
  const laps = race.ledger.filter((lap) => inLapSet(set, lap))
  return weatherFigures(laps, race.timing.weather?.rows ?? [], race.timing)
}

function lapSetFigures(figures: VariableFigures): Variable['clean'] {
  return {
    n: figures.n,
    ...correlation(figures),
    within: correlation(figures.within),
    byLap: { n: figures.byLap.n, ...correlation(figures.byLap) },
    lapCorrected: correlation(figures.lapCorrected),
  }
}

function correlation({ r, p }: Correlation) {
  return { r: r ?? null, p: p ?? null }
}

function verdictOf({ verdict, n, range, r, p, pAdjusted }: VariableVerdict) {
  return {
    verdict,
    trackState: {
      n: n ?? 0,
      range: range ?? null,
      r: r ?? null,
      p: p ?? null,
      pAdjusted: pAdjusted ?? null,
    },
  }
}
