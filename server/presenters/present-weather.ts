import { type WeatherDocument, WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import type { WeatherAnswer, WeatherVariableAnswer } from '#core/protocol/rest/weather-answer.ts'

/** Figures over clean laps stand beside the name; those over green laps below `green`. */
export function presentWeather(weather: WeatherDocument): WeatherAnswer {
  const { variables: _variables, laps, field, ...rest } = weather
  return {
    ...rest,
    variables: WeatherVariable.options.flatMap((name) => presentVariable(weather, name)),
    laps: Object.entries(laps)
      .map(([lap, values]) => ({ lap: Number(lap), values }))
      .toSorted((a, b) => a.lap - b.lap),
    trackChanges: Object.values(field).map(({ carClass, trackChange }) => ({
      carClass,
      trackChange,
    })),
  }
}

function presentVariable(
  weather: WeatherDocument,
  name: WeatherVariableAnswer['name'],
): WeatherVariableAnswer[] {
  const stored = weather.variables[name]
  if (stored === undefined) return []
  const { clean, ...variable } = stored
  return [{ name, ...variable, ...clean }]
}
